namespace InfoSharing.Exchange.Ledger.Engines.Sqlite;

/// <summary>One process for each data folder. The operating system holds the lock, so a process that dies leaves none behind.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Takes the folder.</summary>
    /// <exception cref="LedgerStartException">Another process has it.</exception>
    internal FolderLock(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            _file = new FileStream(Path.Combine(folder, "ledger.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new LedgerStartException($"The data folder {folder} is in use by another InfoSharing process: stop that one, or give this one a folder of its own.", taken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
