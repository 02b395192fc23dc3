using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>
/// How the ledger's database is reached: readers share a pool; the writer and the listener have a connection each.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    private const int Readers = 20;
    private const int SecondsToConnect = 5;
    private const int SecondsBetweenSigns = 15;
    private const int SecondsToFindThePrimary = 2;

    private readonly string _connection;
    private readonly Func<string>? _password;
    private readonly NpgsqlDataSource _reading;
    private readonly NpgsqlDataSource _alone;

    /// <param name="connection">Names host and database, and no password.</param>
    /// <param name="passwordFile">The file with the password, read again for each new connection; null or empty where the server asks for none.</param>
    /// <param name="agency">Whose it is, as the server's own lists show it.</param>
    /// <param name="schema">The schema of the ledger's tables; null is the server's own choice.</param>
    /// <param name="patience">How long a commit is waited for; eight seconds by default.</param>
    internal PostgresServer(string connection, string? passwordFile, string agency, string? schema = null, TimeSpan? patience = null)
    {
        Patience = patience ?? TimeSpan.FromSeconds(8);
        // No query of ours reads a table from end to end, but statistics of a ledger that has just begun to grow would make the server think so.
        var common = new NpgsqlConnectionStringBuilder(connection)
        {
            ApplicationName = $"InfoSharing {agency}", Options = $"-c enable_seqscan=off -c jit=off{(schema is null ? "" : $" -c search_path={schema}")}", Enlist = false, NoResetOnClose = true, TcpKeepAlive = true,
            MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, IncludeErrorDetail = false, PersistSecurityInfo = false, Timeout = SecondsToConnect, HostRecheckSeconds = SecondsToFindThePrimary,
        };
        _connection = common.ConnectionString;
        _password = string.IsNullOrEmpty(passwordFile) ? null : () => File.ReadAllText(passwordFile).TrimEnd('\r', '\n');
        Where = $"database {common.Database} on {common.Host}{(common.Port == NpgsqlConnection.DefaultPort ? "" : $":{common.Port}")}";
        _reading = Source(one => one.MaxPoolSize = Readers);
        _alone = Source(one => (one.Pooling, one.KeepAlive, one.WriteBufferSize) = (false, SecondsBetweenSigns, 65_536));
    }

    internal string Where { get; }

    /// <summary>How long a commit is waited for.</summary>
    internal TimeSpan Patience { get; }

    internal NpgsqlConnection ForOnce() => _alone.OpenConnection();

    internal ValueTask<NpgsqlConnection> ForReadingAsync(CancellationToken cancellationToken) => _reading.OpenConnectionAsync(cancellationToken);

    internal ValueTask<NpgsqlConnection> ForListeningAsync(CancellationToken cancellationToken) => _alone.OpenConnectionAsync(cancellationToken);

    internal NpgsqlConnection ForWriting()
    {
        var connection = _alone.OpenConnection();
        try
        {
            Promises.Demand(connection);
            return connection;
        }
        catch // whatever it was, no half-opened connection stays; the failure goes on
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reading.Dispose();
        _alone.Dispose();
    }

    private NpgsqlDataSource Source(Action<NpgsqlConnectionStringBuilder> more)
    {
        var builder = new NpgsqlDataSourceBuilder(_connection);
        more(builder.ConnectionStringBuilder);
        if (_password is { } password) builder.UsePasswordProvider(_ => password(), (_, _) => ValueTask.FromResult(password()));
        // Of several servers the one that takes writes: a ledger is never read from a standby, which may lag behind what was acknowledged.
        return builder.ConnectionStringBuilder.Host?.Contains(',', StringComparison.Ordinal) == true ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary) : builder.Build();
    }
}
