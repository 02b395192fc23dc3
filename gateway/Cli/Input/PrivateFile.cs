namespace InfoSharing.Cli.Input;

/// <summary>Writes a file that its owner alone may read, whole or not at all.</summary>
internal static class PrivateFile
{
    /// <summary>Writes the words, and then gives the file its name.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal static void Write(string name, string words)
    {
        var path = Path.GetFullPath(name);
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(unfinished, options))
            using (var writer = new StreamWriter(stream))
            {
                writer.Write(words);
                writer.Flush();
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
