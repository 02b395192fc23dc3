namespace InfoSharing.Exchange.Development;

/// <summary>Files that their owner alone may read, each there whole or not at all: a process that is killed while it writes leaves no half of one.</summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder with mode 0700; one that is there gets it.</summary>
    /// <param name="folder">The folder.</param>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }
        Directory.CreateDirectory(folder, OwnersFolder);
        if (File.GetUnixFileMode(folder) != OwnersFolder) File.SetUnixFileMode(folder, OwnersFolder);
    }

    /// <summary>Writes a file with mode 0600 in place of what is there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="content">All that it holds.</param>
    public static void Write(string file, ReadOnlySpan<byte> content)
    {
        var made = file + ".new"; // a fixed name: what a killed process left is written over
        File.Delete(made);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersFile;
        using (var stream = new FileStream(made, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        File.Move(made, file, overwrite: true);
    }

    /// <summary>Writes a file with mode 0600, never over another.</summary>
    /// <param name="file">The file.</param>
    /// <param name="content">All that it holds.</param>
    /// <exception cref="IOException">It is there already, or cannot be written.</exception>
    public static void WriteNew(string file, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersFile;
        using var stream = new FileStream(file, options);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Takes the lock on a folder's making, and waits a while for another process that has it.</summary>
    /// <exception cref="IOException">The other has it still.</exception>
    internal static async Task<FileStream> LockAsync(string file, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetElapsedTime(began) < patience) // no system tells when a file's lock is let go: it is tried again
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
            }
        }
    }
}
