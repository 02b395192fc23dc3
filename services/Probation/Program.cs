using InfoSharing.Exchange;
using InfoSharing.Exchange.Hosting;
using InfoSharing.V1;

namespace InfoSharing.AgencyServices.Probation;

/// <summary>The service of probation. Its own minimum is in Validator/Rules/Agencies/Probation, and is judged with whatever it sends.</summary>
public static class Program
{
    /// <summary>What it is made of.</summary>
    public static AgencyService Service { get; } = new(Party.Types.AgencyKind.Probation)
    {
        Add = builder => builder.AddExchange(),
        Map = app => app.MapExchange(),
    };

    /// <summary>Runs it: --agency leeds-probation [--data DIR] [--port N].</summary>
    public static Task<int> Main(string[] args) => Service.RunAsync(args);
}
