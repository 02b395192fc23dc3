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
    private PostgresProcess? _process;

    private PrivatePostgres(PostgresPrograms programs, string folder, string? passwordFile = null) =>
        (_programs, _data, PasswordFile) = (programs, Path.Combine(folder, "postgres", "data"), passwordFile ?? Path.Combine(folder, "postgres.password"));

    /// <summary>The port on the loopback address; it stays the same when the server starts again.</summary>
    internal int Port { get; private set; }

    /// <summary>The file with its owner's password.</summary>
    internal string PasswordFile { get; }

    /// <summary>How a database of it is reached, without the password.</summary>
    internal string ConnectionTo(string database) => $"Host=127.0.0.1;Port={Port};Database={database};Username={Owner}";

    /// <summary>Starts the server of a folder, and makes it first where there is none.</summary>
    /// <param name="programs">The programs of this machine.</param>
    /// <param name="folder">The folder. Others than its owner may pass through it, and read nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="PrivateServerException">It could not be made ready; the message says why.</exception>
    internal static async Task<PrivatePostgres> StartAsync(PostgresPrograms programs, string folder, CancellationToken cancellationToken)
    {
        var server = new PrivatePostgres(programs, folder);
        await server.MakeAsync(folder, cancellationToken);
        return await server.OnAFreePortAsync(cancellationToken);
    }

    /// <summary>Starts a standby, from a copy of a server: it follows what that one commits, under a name by which that one may wait for it.</summary>
    /// <param name="programs">The programs of this machine.</param>
    /// <param name="folder">The standby's folder, a new one.</param>
    /// <param name="first">The server, which runs. Its password is the standby's too.</param>
    /// <param name="name">The standby's name.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="PrivateServerException">It could not be made ready; the message says why.</exception>
    internal static async Task<PrivatePostgres> FollowAsync(PostgresPrograms programs, string folder, PrivatePostgres first, string name, CancellationToken cancellationToken)
    {
        var standby = new PrivatePostgres(programs, folder, first.PasswordFile);
        var own = OpenFolder(folder, standby._data);
        var known = Path.Combine(own, "first.password");
        await WriteAsync(known, $"127.0.0.1:{first.Port}:*:{Owner}:{await File.ReadAllTextAsync(first.PasswordFile, cancellationToken)}\n", cancellationToken);
        await programs.GiveAsync(own, cancellationToken);
        await programs.RunAsync("pg_basebackup", ["-D", standby._data, "-R", "-c", "fast", "-d", $"host=127.0.0.1 port={first.Port} user={Owner} passfile={known} application_name={name}"], cancellationToken);
        return await standby.OnAFreePortAsync(cancellationToken);
    }

    /// <summary>Starts it after it was stopped or killed.</summary>
    internal async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var process = new PostgresProcess(_programs.Server(
            ["-D", _data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200", "-c", "password_encryption=scram-sha-256"]));
        await process.Ready.WaitAsync(cancellationToken);
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

    private async Task<PrivatePostgres> OnAFreePortAsync(CancellationToken cancellationToken)
    {
        for (var left = Tries - 1; ; left--)
        {
            Port = FreePort.Take(1)[0];
            try
            {
                await StartAgainAsync(cancellationToken);
                return this;
            }
            catch (PrivateServerException) when (left > 0)
            {
                // Somebody may have taken the port meanwhile.
            }
        }
    }

    private async Task MakeAsync(string folder, CancellationToken cancellationToken)
    {
        if (File.Exists(PasswordFile)) return;
        var password = RandomNumberGenerator.GetHexString(32);
        var own = OpenFolder(folder, _data);
        var given = Path.Combine(own, "given.password");
        await WriteAsync(given, password, cancellationToken);
        await _programs.GiveAsync(own, cancellationToken);
        await _programs.RunAsync("initdb", ["-D", _data, "-U", Owner, "--pwfile", given, "--auth", "scram-sha-256", "-E", "UTF8", "--locale", "C", "--data-checksums"], cancellationToken);
        File.Delete(given);
        await WriteAsync(PasswordFile, password, cancellationToken);
    }

    // Others than its owner may pass through it: the server runs as another user.
    private static string OpenFolder(string folder, string data)
    {
        const UnixFileMode Pass = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, Pass);
        var own = Path.GetDirectoryName(data)!;
        if (Directory.Exists(own)) Directory.Delete(own, recursive: true); // begun, and not ended
        Directory.CreateDirectory(own);
        return own;
    }

    private static async Task WriteAsync(string file, string text, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(file, options);
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }
}
