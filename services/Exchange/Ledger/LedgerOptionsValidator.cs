using Microsoft.Extensions.Options;
using Npgsql;

namespace InfoSharing.Exchange.Ledger;

/// <summary>Refuses to start on settings that do not fit their engine, naming all faults at once. No fault repeats a connection: it may hold what must not be shown.</summary>
internal sealed class LedgerOptionsValidator : IValidateOptions<LedgerOptions>
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public ValidateOptionsResult Validate(string? name, LedgerOptions options)
    {
        var faults = (options.Engine switch
        {
            LedgerOptions.Sqlite => FaultsOfSqlite(options),
            LedgerOptions.Postgres => FaultsOfConnection(options.Connection).Concat(FaultsOfPasswordFile(options.PasswordFile)),
            _ => ["Ledger:Engine must be sqlite or postgres."],
        }).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOfSqlite(LedgerOptions options)
    {
        if (options.Folder.Length == 0) yield return "Ledger:Folder is blank: name the folder of the agency's ledger.";
        if (options.Connection.Length > 0) yield return "Ledger:Connection is given, but Ledger:Engine is sqlite: say Ledger:Engine postgres, or leave the connection out.";
    }

    private static IEnumerable<string> FaultsOfConnection(string connection)
    {
        if (connection.Length == 0)
        {
            yield return "Ledger:Connection is blank: name the ledger's database, for example Host=db.example;Database=leeds_police;Username=leeds_police.";
            yield break;
        }
        if (Parsed(connection) is not { } parsed)
        {
            yield return "Ledger:Connection cannot be read: write it as Host=…;Database=…;Username=….";
            yield break;
        }
        if (string.IsNullOrEmpty(parsed.Host)) yield return "Ledger:Connection names no Host.";
        if (string.IsNullOrEmpty(parsed.Database)) yield return "Ledger:Connection names no Database: each ledger has one of its own.";
        if (string.IsNullOrEmpty(parsed.Username)) yield return "Ledger:Connection names no Username.";
        if (!string.IsNullOrEmpty(parsed.Password)) yield return "Ledger:Connection holds a password: put it into a file of mode 0600 and name that in Ledger:PasswordFile.";
    }

    private static IEnumerable<string> FaultsOfPasswordFile(string file)
    {
        if (file.Length == 0) yield break;
        if (!File.Exists(file)) yield return $"Ledger:PasswordFile names {file}, which does not exist.";
        else if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != UnixFileMode.None) yield return $"Ledger:PasswordFile names {file}, which others than its owner may read: set its mode to 0600.";
    }

    private static NpgsqlConnectionStringBuilder? Parsed(string connection)
    {
        try
        {
            return new(connection);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException or OverflowException)
        {
            return null;
        }
    }
}
