using InfoSharing.Exchange;
using InfoSharing.Exchange.Hosting;
using InfoSharing.V1;

namespace InfoSharing.AgencyServices.Health;

/// <summary>The service of health. Its own minimum is in Validator/Rules/Agencies/Health, and is judged with whatever it sends.</summary>
public static class Program
{
    /// <summary>What it is made of.</summary>
    public static AgencyService Service { get; } = new(Party.Types.AgencyKind.Health)
    {
        Add = builder => builder.AddExchange(),
        Map = app => app.MapExchange(),
    };

    /// <summary>Runs it: --agency leeds-health [--data DIR] [--port N].</summary>
    public static Task<int> Main(string[] args) => Service.RunAsync(args);
}
