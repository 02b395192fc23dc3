using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Databases;
using InfoSharing.Local.Private;

namespace InfoSharing.Local.Distributed;

/// <summary>A private PostgreSQL with a database for each agency's ledger, that is started again when it ends by itself; its data stays in its folder.</summary>
internal sealed class KeptPostgres : IAsyncDisposable
{
    private readonly PrivatePostgres _postgres;
    private readonly KeptServer _server;

    private KeptPostgres(PrivatePostgres postgres, TextWriter errors, TimeProvider clock)
    {
        _postgres = postgres;
        _server = new("PostgreSQL", "Until it answers, no agency takes or shows anything.", () => postgres.Ended, postgres.StartAgainAsync, errors, clock);
        _server.Keep();
    }

    /// <summary>How an agency reaches its ledger's database, without the password.</summary>
    internal string ConnectionOf(string agency) => $"Host=127.0.0.1;Port={_postgres.Port};Database={LedgerDatabases.NameOf(agency)};Username={LedgerDatabases.NameOf(agency)}";

    /// <summary>Starts one.</summary>
    /// <param name="folder">Its folder, within the data folder.</param>
    /// <param name="agencies">Whose ledgers it keeps.</param>
    /// <param name="passwordOf">The file of an agency's password on it, made where it is missing.</param>
    /// <param name="connections">How many connections it takes at the most.</param>
    /// <param name="errors">Where it is said that it ended.</param>
    /// <param name="clock">The clock of the pauses.</param>
    /// <param name="stop">Stops the starting.</param>
    /// <exception cref="CannotStartException">It is not installed, or does not start.</exception>
    internal static async Task<KeptPostgres> StartAsync(string folder, IReadOnlyList<string> agencies, Func<string, string> passwordOf, int connections, TextWriter errors, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            var programs = PostgresPrograms.Find() ?? throw new CannotStartException(PostgresPrograms.NotInstalled);
            await programs.LetPassAsync(folder, stop);
            var kept = new KeptPostgres(await PrivatePostgres.StartAsync(programs, folder, stop, connections), errors, clock);
            try
            {
                await new LedgerDatabases(kept._postgres.ConnectionTo, kept._postgres.PasswordFile, passwordOf).PrepareAsync(agencies, stop);
                return kept;
            }
            catch // whatever it was, nothing of it stays; the failure goes on
            {
                await kept.DisposeAsync();
                throw;
            }
        }
        catch (PrivateServerException failure)
        {
            throw new CannotStartException(failure.Message, failure);
        }
    }

    /// <summary>Stops it, and leaves it so.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.LetEndAsync();
        await _postgres.DisposeAsync();
        await _server.DisposeAsync(); // it may have been starting it again
        await _postgres.DisposeAsync();
    }
}
