using System.Text;
using Npgsql;

namespace InfoSharing.Local.Databases;

/// <summary>
/// The agencies' ledgers on a PostgreSQL: a database for each, and a user who may make tables and schemas there (a copy is brought back beside the ledger, in a schema of its own) and reach
/// nothing else, not even by name. Run again it makes what is missing, and sets rights and passwords as they should be.
/// </summary>
/// <param name="connectionTo">How the administrator reaches a database, without the password.</param>
/// <param name="passwordFile">The file of the administrator's password.</param>
/// <param name="passwordOf">The file of an agency's password, made where it is missing.</param>
internal sealed class LedgerDatabases(Func<string, string> connectionTo, string passwordFile, Func<string, string> passwordOf)
{
    private const string Shared = "postgres";

    /// <summary>The name of an agency's database, and of its user.</summary>
    internal static string NameOf(string agency) => agency.Replace('-', '_');

    /// <summary>Makes what the agencies need.</summary>
    internal async Task PrepareAsync(IReadOnlyList<string> agencies, CancellationToken cancellationToken)
    {
        await using var server = await OpenAsync(Shared, cancellationToken);
        // Whoever may connect to a database that all share could see there what others left.
        await RunAsync(server, $"revoke all on database {Shared} from public; revoke all on database template1 from public", cancellationToken);
        foreach (var agency in agencies) await PrepareAsync(server, NameOf(agency), new DatabasePassword(passwordOf(agency)), cancellationToken);
    }

    private async Task PrepareAsync(NpgsqlConnection server, string name, DatabasePassword password, CancellationToken cancellationToken)
    {
        if (!await IsThereAsync(server, "select 1 from pg_roles where rolname = $1", name, cancellationToken)) await RunAsync(server, $"create role {name}", cancellationToken);
        await RunAsync(server, $"alter role {name} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '{password.Verifier()}'", cancellationToken);
        if (!await IsThereAsync(server, "select 1 from pg_database where datname = $1", name, cancellationToken)) await RunAsync(server, $"create database {name}", cancellationToken);
        await RunAsync(server, $"revoke all on database {name} from public; grant connect, create on database {name} to {name}", cancellationToken);
        await using var own = await OpenAsync(name, cancellationToken);
        await RunAsync(own, $"revoke all on schema public from public; grant usage, create on schema public to {name}", cancellationToken);
    }

    private async Task<NpgsqlConnection> OpenAsync(string database, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionTo(database)) { Password = (await File.ReadAllTextAsync(passwordFile, Encoding.ASCII, cancellationToken)).Trim(), Pooling = false };
        var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<bool> IsThereAsync(NpgsqlConnection connection, string sql, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
