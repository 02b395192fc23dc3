namespace InfoSharing.Cli.Import;

/// <summary>Opens the file that is imported, and turns what a disk can do wrong into words.</summary>
internal static class SourceFile
{
    private const int BufferInBytes = 128 * 1024;

    /// <summary>Opens it for reading from front to back.</summary>
    public static FileStream Open(FileInfo file)
    {
        try
        {
            return new FileStream(file.FullName, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read, Options = FileOptions.SequentialScan, BufferSize = BufferInBytes });
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImportFailedException($"There is no file {file.FullName}. Nothing was imported.", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new ImportFailedException($"{file.FullName} is a folder, or you may not read it. Nothing was imported.", fault);
        }
        catch (IOException fault)
        {
            throw new ImportFailedException($"{file.FullName} cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>Reads on, and says in words where the disk stops giving.</summary>
    public static IEnumerable<T> Guarded<T>(IEnumerable<T> results)
    {
        using var each = results.GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext()) yield break;
            }
            catch (IOException fault)
            {
                throw new ImportFailedException($"The file cannot be read on: {fault.Message.TrimEnd('.')}. The drafts written so far are whole.", fault);
            }

            yield return each.Current;
        }
    }
}
