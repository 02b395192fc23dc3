using System.CommandLine;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Broker;
using InfoSharing.Local.Containers;
using InfoSharing.Local.Databases;
using Npgsql;

namespace InfoSharing.Local.Commands;

/// <summary><c>database prepare</c>: makes on a PostgreSQL what the agencies' ledgers need, and no more.</summary>
internal static class DatabaseCommand
{
    internal static Command Create() => new("database", "Prepares PostgreSQL for the ledgers of a directory's agencies.") { Prepare() };

    private static Command Prepare()
    {
        var connection = new Option<string>("--connection") { Description = "How the administrator reaches the server, without a password: \"Host=db.example;Username=administrator;SSL Mode=VerifyFull\".", Required = true };
        var passwordFile = new Option<string>("--administrator-password-file") { Description = "The file with the administrator's password.", Required = true };
        var directory = new Option<string?>("--directory") { Description = "The signed directory that names the agencies. Without it: the development network's." };
        var officers = new Option<string[]>("--officer") { Description = "An officer's certificate, as PEM; once for each officer. Two of them must have signed the directory.", DefaultValueFactory = _ => [] };
        var passwords = new Option<string>("--passwords") { Description = "The folder of the agencies' passwords, AGENCY.password each; made where one is missing.", Required = true };
        var command = new Command("prepare", "Makes for each agency a database, and a user who reaches that and nothing else. Run again, it makes what is missing.") { connection, passwordFile, directory, officers, passwords };
        command.SetAction(async (parsed, stop) =>
        {
            var agencies = parsed.GetValue(directory) is { } file
                ? AgenciesOf.Directory(file, parsed.GetValue(officers)!, TimeProvider.System.GetUtcNow())
                : [.. DevelopmentNetwork.Agencies.Select(agency => agency.Id)];
            var into = parsed.GetValue(passwords)!;
            if (!Directory.Exists(into)) PrivateFiles.MakeFolder(into);
            try
            {
                var databases = new LedgerDatabases(database => new NpgsqlConnectionStringBuilder(parsed.GetValue(connection)!) { Database = database }.ConnectionString, parsed.GetValue(passwordFile)!, agency => ContainerNetwork.PasswordIn(into, agency));
                await databases.PrepareAsync(agencies, stop);
            }
            catch (Exception failure) when (failure is NpgsqlException or ArgumentException or IOException or UnauthorizedAccessException)
            {
                throw new CannotStartException($"The databases could not be prepared ({(failure is PostgresException told ? $"PostgreSQL code {told.SqlState}" : failure.GetType().Name)}): see that the server runs, --connection, and --administrator-password-file. Run this again when that is mended; what was made stays.", failure);
            }
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"The server has a database and a user for each of {agencies.Count} agencies.");
            return 0;
        });
        return command;
    }
}
