using InfoSharing.Exchange;
using InfoSharing.Exchange.Hosting;
using InfoSharing.V1;

namespace InfoSharing.AgencyServices.Police;

/// <summary>The service of the police. Its own minimum is in Validator/Rules/Agencies/Police, and is judged with whatever it sends.</summary>
public static class Program
{
    /// <summary>What it is made of.</summary>
    public static AgencyService Service { get; } = new(Party.Types.AgencyKind.Police)
    {
        Add = builder => builder.AddExchange(),
        Map = app => app.MapExchange(),
    };

    /// <summary>Runs it: --agency leeds-police [--data DIR] [--port N].</summary>
    public static Task<int> Main(string[] args) => Service.RunAsync(args);
}
