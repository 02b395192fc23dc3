using Google.Protobuf;
using InfoSharing.Cli.Presentation;
using InfoSharing.Client;

namespace InfoSharing.Cli.Network;

/// <summary>One command's talk with one agency: whom it asks, and where its words go.</summary>
internal sealed class Session(AgencyClient client, KnownAgency agency, AgencyNames agencies, string dataOption, bool json, TextWriter output, TextWriter error, Stream? input)
{
    private static readonly JsonFormatter Indented = new(JsonFormatter.Settings.Default.WithIndentation());

    internal AgencyClient Client => client;

    internal KnownAgency Agency => agency;

    internal AgencyNames Agencies => agencies;

    /// <summary>The standard input, where a test gives one.</summary>
    internal Stream? Input => input;

    /// <summary>True where the reply goes out as protobuf JSON, and nothing else does.</summary>
    internal bool Json => json;

    internal TextWriter Output => output;

    internal Screen Screen { get; } = Screen.Of(output);

    internal Screen ErrorScreen { get; } = Screen.Of(error);

    /// <summary>A command that goes on from here: "./infosharing show ID --as leeds-social-care".</summary>
    internal string Command(string verb) => $"./infosharing {verb} --as {agency.Id}{dataOption}";

    /// <summary>Told where a call is made again; null for nobody.</summary>
    internal Action<FurtherAttempt>? Tell { get; set; }

    /// <summary>Writes a reply as JSON.</summary>
    internal void Write(IMessage reply) => output.WriteLine(Indented.Format(reply));
}
