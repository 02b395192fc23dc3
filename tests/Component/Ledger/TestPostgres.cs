using InfoSharing.Local.Private;
using InfoSharing.Tests.Component.Ledger;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>
/// The PostgreSQL of a run: the one that INFOSHARING_POSTGRES names (a connection of somebody who may make databases), else one of the run's own, started when the first
/// test asks for it and taken away at the end.
/// </summary>
public sealed class TestPostgres : IAsyncDisposable
{
    internal const string Variable = "INFOSHARING_POSTGRES";
    private static readonly Lazy<Task<Started?>> Run = new(StartAsync);

    /// <summary>A database of a test's own; the test is skipped, saying so, where there is no PostgreSQL.</summary>
    internal static TestDatabase NewDatabase()
    {
        var started = Run.Value.GetAwaiter().GetResult();
        if (started is null) Missing($"There is no PostgreSQL: install Debian's postgresql, or name a server in {Variable}.");
        return TestDatabase.Make(started!.Connection, started.PasswordFile);
    }

    /// <summary>A server of a test's own, to be stopped and killed.</summary>
    internal static async Task<PrivatePostgres> OwnServer(string folder)
    {
        return await PrivatePostgres.StartAsync(NeedPrograms(), folder, TestContext.Current.CancellationToken);
    }

    /// <summary>PostgreSQL's programs, for a server that is started here.</summary>
    internal static PostgresPrograms NeedPrograms()
    {
        if (PostgresPrograms.Find() is { } programs) return programs;
        Missing("There are no PostgreSQL programs here to start a server of this test's own: install Debian's postgresql.");
        throw new InvalidOperationException("A test that is skipped has ended.");
    }

    // On a laptop a test that lacks its server is skipped; where everything is built it fails.
    private static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(what);
        Assert.Skip(what);
    }

    public async ValueTask DisposeAsync()
    {
        if (!Run.IsValueCreated || !Run.Value.IsCompletedSuccessfully || await Run.Value is not { Server: { } server } started) return;
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        Directory.Delete(started.Folder!, recursive: true);
    }

    private static async Task<Started?> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            var builder = new NpgsqlConnectionStringBuilder(given);
            var file = Path.GetTempFileName(); // made for its owner alone
            await File.WriteAllTextAsync(file, builder.Password ?? "");
            builder.Password = null;
            return new(builder.ConnectionString, file, null, null);
        }
        if (PostgresPrograms.Find() is not { } programs) return null;
        var folder = Directory.CreateTempSubdirectory("infosharing-postgres-").FullName;
        var server = await PrivatePostgres.StartAsync(programs, folder, CancellationToken.None);
        return new(server.ConnectionTo("postgres"), server.PasswordFile, server, folder);
    }

    private sealed record Started(string Connection, string PasswordFile, PrivatePostgres? Server, string? Folder);
}

/// <summary>A database of a test's own.</summary>
internal sealed class TestDatabase
{
    private readonly string _server;

    private TestDatabase(string server, string name, string passwordFile)
    {
        (_server, Name, PasswordFile) = (server, name, passwordFile);
        Connection = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    internal string Name { get; }

    internal string Connection { get; }

    internal string PasswordFile { get; }

    internal static TestDatabase Make(string server, string passwordFile)
    {
        var database = new TestDatabase(server, $"ledger_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}", passwordFile);
        database.OnServer($"create database {database.Name}");
        return database;
    }

    /// <summary>One that another process made.</summary>
    internal static TestDatabase Made(string connection, string passwordFile) => new(connection, new NpgsqlConnectionStringBuilder(connection).Database!, passwordFile);

    internal NpgsqlConnection Open() => Open(Connection);

    internal void Drop() => OnServer($"drop database {Name} with (force)");

    /// <summary>Something that an administrator does.</summary>
    internal void OnServer(string sql)
    {
        using var connection = Open(_server);
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private NpgsqlConnection Open(string connection)
    {
        var opened = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Password = File.ReadAllText(PasswordFile), Pooling = false }.ConnectionString);
        opened.Open();
        return opened;
    }
}
