using System.Text;

namespace InfoSharing.Cli.Input;

/// <summary>Writes a file that its owner alone may read, whole or not at all.</summary>
internal static class PrivateFile
{
    /// <summary>Writes the words, and then gives the file its name.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal static void Write(string name, string words) => Write(name, Encoding.UTF8.GetBytes(words));

    /// <summary>The same of bytes.</summary>
    /// <inheritdoc cref="Write(string, string)"/>
    internal static void Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.GetFullPath(name);
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(unfinished, options))
            {
                stream.Write(bytes);
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
