using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Engines.Postgres;
using InfoSharing.Exchange.Ledger.Engines.Sqlite;
using InfoSharing.Exchange.Ledger.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Ledger;

/// <summary>Puts an agency's ledger into a service.</summary>
internal static class LedgerRegistration
{
    /// <summary>Registers <see cref="ILedger"/>. Options are checked at start.</summary>
    internal static IServiceCollection AddLedger(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<LedgerOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<LedgerOptions>, LedgerOptionsValidator>();
        services.AddSingleton<ILedger>(provider =>
            Open(provider.GetRequiredService<IOptions<LedgerOptions>>().Value, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<AgencyLedger>>()));
        return services;
    }

    /// <summary>Opens a ledger on the engine that its options name.</summary>
    /// <exception cref="LedgerStartException">It cannot keep its promises; the message says why in one sentence.</exception>
    internal static AgencyLedger Open(LedgerOptions options, TimeProvider clock, ILogger<AgencyLedger> log) =>
        new(options, EngineOf(options, clock, log), clock, log);

    private static ILedgerEngine EngineOf(LedgerOptions options, TimeProvider clock, ILogger log) => options.Engine switch
    {
        LedgerOptions.Postgres => new PostgresEngine(new(options.Connection, options.PasswordFile, options.Agency, patience: TimeSpan.FromSeconds(options.CommitSeconds)), Migration.Of("Postgres"), clock, log),
        _ => new SqliteEngine(options.Folder, Migration.Of("Sqlite"), clock, log),
    };
}
