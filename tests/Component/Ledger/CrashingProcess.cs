using System.Globalization;
using InfoSharing.Tests.Component.Ledger;

/// <summary>
/// This assembly again, as another process that writes to a ledger until it is killed: the runtime calls a startup hook before Main, so that no project of its own is
/// needed for it. It prints the id of each transfer once that is acknowledged; asked to erase, once its erasure is.
/// </summary>
#pragma warning disable MA0047 // the runtime looks for a StartupHook without a namespace
internal static class StartupHook
#pragma warning restore MA0047 // it is the only one
{
    internal const string FolderVariable = "INFOSHARING_CRASHING_LEDGER";
    internal const string DatabaseVariable = "INFOSHARING_CRASHING_DATABASE";
    internal const string ErasesVariable = "INFOSHARING_CRASHING_ERASES";
    internal const string PasswordVariable = "INFOSHARING_CRASHING_DATABASE_PASSWORD_FILE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { Length: > 0 } folder) return;
        LedgerRoom room = Environment.GetEnvironmentVariable(DatabaseVariable) is { Length: > 0 } database
            ? new PostgresRoom(folder, TestDatabase.Made(database, Environment.GetEnvironmentVariable(PasswordVariable)!))
            : new SqliteRoom(folder);
        var output = Console.Out;
        var erases = Environment.GetEnvironmentVariable(ErasesVariable) is { Length: > 0 };
        var ledger = room.Ledger;
        var threads = Enumerable.Range(0, 6).Select(_ => new Thread(() =>
        {
            while (true)
            {
                var transfer = room.NewId();
                var entry = room.Send(transfer);
                var (once, twice) = (ledger.AppendAsync(entry, CancellationToken.None), ledger.AppendAsync(entry, CancellationToken.None));
                Task.WaitAll(once, twice);
                if (erases) ledger.AppendAsync(new() { Rows = new() { Erase = transfer, Audits = [new(transfer, 0, "erase", [1], OutlivesCase: true)] } }, CancellationToken.None).Wait();
                lock (output)
                {
                    output.WriteLine(transfer.ToString("D", CultureInfo.InvariantCulture));
                    output.Flush();
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }
}
