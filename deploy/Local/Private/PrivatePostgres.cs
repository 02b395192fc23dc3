using System.Security.Cryptography;
using Npgsql;

namespace InfoSharing.Local.Private;

/// <summary>
/// A PostgreSQL of this process's own, from the installed programs: in a folder of its own, on a free port of the loopback address, with a password in a file that only
/// its owner reads. It ends with the process, however that ends; disposing of it stops it and leaves its folder.
/// </summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Owner = "infosharing";
    private const int Tries = 3;
    private readonly PostgresPrograms _programs;
    private readonly string _data;
    private readonly int _connections;
    private PostgresProcess? _process;

    private PrivatePostgres(PostgresPrograms programs, string folder, int connections) =>
        (_programs, _data, _connections, PasswordFile) = (programs, Path.Combine(folder, "postgres", "data"), connections, Path.Combine(folder, "postgres.password"));

    /// <summary>The port on the loopback address; it stays the same when the server starts again.</summary>
    internal int Port { get; private set; }

    /// <summary>Completes when it has ended, by itself or because it was told to.</summary>
    internal Task Ended => _process?.Ended ?? Task.CompletedTask;

    /// <summary>The file with its owner's password.</summary>
    internal string PasswordFile { get; }

    /// <summary>How a database of it is reached, without the password.</summary>
    internal string ConnectionTo(string database) => $"Host=127.0.0.1;Port={Port};Database={database};Username={Owner}";

    /// <summary>Starts the server of a folder, and makes it first where there is none.</summary>
    /// <param name="programs">The programs of this machine.</param>
    /// <param name="folder">The folder. Others than its owner may pass through it, and read nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="connections">How many connections it takes at the most.</param>
    /// <exception cref="PrivateServerException">It could not be made ready; the message says why.</exception>
    internal static async Task<PrivatePostgres> StartAsync(PostgresPrograms programs, string folder, CancellationToken cancellationToken, int connections = 200)
    {
        var server = new PrivatePostgres(programs, folder, connections);
        await server.MakeAsync(folder, cancellationToken);
        for (var left = Tries - 1; ; left--)
        {
            server.Port = FreePort.Take(1)[0];
            try
            {
                await server.StartAgainAsync(cancellationToken);
                return server;
            }
            catch (PrivateServerException) when (left > 0)
            {
                // Somebody may have taken the port meanwhile.
            }
        }
    }

    /// <summary>Starts it after it was stopped or killed.</summary>
    internal async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var process = new PostgresProcess(_programs.Server(
            ["-D", _data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", $"max_connections={_connections}", "-c", "password_encryption=scram-sha-256"]));
        try
        {
            await process.Ready.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(); // nobody waits for it any more
            throw;
        }
        _process = process;
    }

    /// <summary>Makes a database, where there is none of that name.</summary>
    internal async Task MakeDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionTo("postgres")) { Password = await File.ReadAllTextAsync(PasswordFile, cancellationToken), Pooling = false };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var there = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await there.ExecuteScalarAsync(cancellationToken) is not null) return;
        await using var make = new NpgsqlCommand($"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
        await make.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Stops it as an operator does: whoever is connected is cut off, and all is on disk.</summary>
    internal async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_process is not { } process) return;
        await _programs.RunAsync("pg_ctl", ["stop", "-D", _data, "-m", "fast", "-w"], cancellationToken);
        await process.Ended.WaitAsync(cancellationToken);
        _process = null;
    }

    /// <summary>Kills it, as a power cut does to a program.</summary>
    internal async Task KillAsync(CancellationToken cancellationToken)
    {
        if (_process is not { } process) return;
        process.Kill();
        await process.Ended.WaitAsync(cancellationToken);
        _process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await StopAsync(patience.Token);
        }
        catch (Exception failure) when (failure is PrivateServerException or OperationCanceledException)
        {
            await KillAsync(CancellationToken.None);
        }
    }

    private async Task MakeAsync(string folder, CancellationToken cancellationToken)
    {
        const UnixFileMode Pass = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (File.Exists(PasswordFile)) return;
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, Pass);
        var password = RandomNumberGenerator.GetHexString(32);
        var own = Path.GetDirectoryName(_data)!;
        if (Directory.Exists(own)) Directory.Delete(own, recursive: true); // begun, and not ended
        Directory.CreateDirectory(own);
        var given = Path.Combine(own, "given.password");
        await WriteAsync(given, password, cancellationToken);
        await _programs.GiveAsync(own, cancellationToken);
        await _programs.RunAsync("initdb", ["-D", _data, "-U", Owner, "--pwfile", given, "--auth", "scram-sha-256", "-E", "UTF8", "--locale", "C", "--data-checksums"], cancellationToken);
        File.Delete(given);
        await WriteAsync(PasswordFile, password, cancellationToken);
    }

    private static async Task WriteAsync(string file, string text, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(file, options);
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }
}
