using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Engines.Postgres;
using InfoSharing.Exchange.Ledger.Engines.Sqlite;
using InfoSharing.Exchange.Ledger.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

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
        services.AddSingleton<LedgerOpening>();
        return services;
    }

    /// <summary>Opens a ledger on the engine that its options name.</summary>
    /// <exception cref="LedgerStartException">It cannot keep its promises; the message says why in one sentence.</exception>
    internal static AgencyLedger Open(LedgerOptions options, TimeProvider clock, ILogger<AgencyLedger> log)
    {
        var engine = EngineOf(options, clock, log);
        try
        {
            return new(options, engine, clock, log);
        }
        catch (Exception went) when ((went as NpgsqlException ?? went.InnerException as NpgsqlException) is { } failure) // the server was there for the tables, and gone for what is read first
        {
            throw PostgresEngine.NotOpened(engine.Where, failure);
        }
    }

    private static ILedgerEngine EngineOf(LedgerOptions options, TimeProvider clock, ILogger log) => options.Engine switch
    {
        LedgerOptions.Postgres => new PostgresEngine(new(options.Connection, options.PasswordFile, options.Agency, patience: TimeSpan.FromSeconds(options.CommitSeconds)), Migration.Of("Postgres"), clock, log),
        _ => new SqliteEngine(options.Folder, Migration.Of("Sqlite"), clock, log),
    };
}
