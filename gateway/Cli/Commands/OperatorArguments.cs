using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace InfoSharing.Cli.Commands;

/// <summary>Options that several of an operator's verbs have.</summary>
internal static class OperatorArguments
{
    internal static Option<string> Since() => Time("--since", "Made at or after this time: 2026-11-02T17:30, or 2026-11-02. UTC, unless it says otherwise.");

    internal static Option<string> Until() => Time("--until", "Made before or at this time.");

    internal static Option<bool> DryRun() => new("--dry-run") { Description = "Only say what it would be." };

    /// <summary>A time that was typed; null where none was.</summary>
    internal static Timestamp? TimeOf(string? typed) => Read(typed) is { } time ? Timestamp.FromDateTimeOffset(time) : null;

    private static Option<string> Time(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "TIME" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Read(result.Tokens[0].Value) is null) result.AddError($"{name} wants a time: 2026-11-02T17:30.");
        });
        return option;
    }

    private static DateTimeOffset? Read(string? typed) =>
        DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
