using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;

namespace InfoSharing.Local.Keys;

/// <summary>Files that a ceremony makes: never over another, their owner's alone, and secrets never in a repository.</summary>
internal static class NewFile
{
    /// <summary>Writes a secret.</summary>
    /// <exception cref="CannotStartException">It is there already, lies in a repository, or cannot be written.</exception>
    internal static void WriteSecret(string file, ReadOnlySpan<byte> content)
    {
        if (RepositoryOf(file) is { } repository) throw new CannotStartException($"{file} lies in the repository {repository}, whose files are copied to others: give --out a place outside it.");
        Write(file, content);
    }

    /// <summary>Writes what others may read.</summary>
    /// <exception cref="CannotStartException">It is there already, or cannot be written.</exception>
    internal static void Write(string file, ReadOnlySpan<byte> content)
    {
        if (File.Exists(file)) throw new CannotStartException($"{file} is there already, and nothing is written over it: give another name, or move that one away.");
        try
        {
            PrivateFiles.WriteNew(file, content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{file} cannot be written ({fault.GetType().Name}): see that its folder is there and is yours.", fault);
        }
    }

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="CannotStartException">It cannot be read.</exception>
    internal static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{file} cannot be read ({fault.GetType().Name}): see that it is there and is yours.", fault);
        }
    }

    private static string? RepositoryOf(string file)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(file)); folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Exists(Path.Combine(folder, ".git"))) return folder;
        return null;
    }
}
