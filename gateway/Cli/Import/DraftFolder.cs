using Google.Protobuf;
using InfoSharing.Feeds;
using InfoSharing.V1;

namespace InfoSharing.Cli.Import;

/// <summary>The folder that takes the drafts: files that only their owner may read, each whole or not there, none named after a child.</summary>
internal sealed class DraftFolder : IDisposable
{
    /// <summary>The file that lists every oddity.</summary>
    public const string OdditiesFile = "oddities.tsv";

    private const string DraftPattern = "draft-*.json";
    private const string UnfinishedPattern = ".draft-*.unfinished";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());

    private readonly string _path;
    private StreamWriter? _oddities;
    private int _written;

    private DraftFolder(string path) => _path = path;

    /// <summary>Opens the folder, or makes it. One that holds drafts is left as it is, unless they are to be thrown away.</summary>
    public static DraftFolder Open(DirectoryInfo folder, bool force) => Guarded(folder.FullName, () =>
    {
        if (File.Exists(folder.FullName)) throw new ImportFailedException($"{folder.FullName} is a file. Give a folder with --out. Nothing was imported.");
        if (!folder.Exists) MakePrivate(folder.FullName);
        var earlier = Directory.EnumerateFiles(folder.FullName, DraftPattern).Concat(Directory.EnumerateFiles(folder.FullName, OdditiesFile)).ToList();
        if (earlier.Count > 0 && !force)
        {
            throw new ImportFailedException($"{folder.FullName} holds the drafts of an earlier import. Give another folder, or --force to throw them away first. Nothing was imported.");
        }

        foreach (var file in earlier.Concat(Directory.EnumerateFiles(folder.FullName, UnfinishedPattern)).ToList()) File.Delete(file);
        return new DraftFolder(folder.FullName);
    });

    /// <summary>Writes a draft and gives its file's name.</summary>
    public string Write(Transfer draft) => Guarded(_path, () =>
    {
        var name = $"draft-{_written + 1:D6}.json";
        var unfinished = Path.Combine(_path, $".{name}.unfinished");
        try
        {
            using (var writer = Create(unfinished)) Json.WriteValue(writer, draft, 0);
            File.Move(unfinished, Path.Combine(_path, name), overwrite: true);
        }
        catch // nothing half-written stays; the failure goes on to whoever asked
        {
            File.Delete(unfinished);
            throw;
        }

        _written++;
        return name;
    });

    /// <summary>Adds an oddity to the list.</summary>
    public void Note(Oddity oddity, string draft) => Guarded(_path, () =>
    {
        if (_oddities is null)
        {
            _oddities = Create(Path.Combine(_path, OdditiesFile));
            _oddities.WriteLine("line\telement\trule\treason\twritten\tweight\tdraft");
        }

        _oddities.WriteLine(string.Join('\t', oddity.Line, oddity.Element, oddity.Rule, oddity.Reason, oddity.Written, oddity.Weight, draft));
        return 0;
    });

    /// <summary>Makes sure that the list is on the disk.</summary>
    public void Finish() => Guarded(_path, () =>
    {
        _oddities?.Flush();
        return 0;
    });

    public void Dispose()
    {
        try
        {
            _oddities?.Dispose();
        }
        catch (IOException)
        {
            // The disk that could not take the list has been told of already.
        }
    }

    private static void MakePrivate(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
        catch (IOException fault)
        {
            throw new ImportFailedException($"The folder {path} cannot be made. Give another with --out. Nothing was imported.", fault);
        }
    }

    private static StreamWriter Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new StreamWriter(path, options) { NewLine = "\n" };
    }

    private static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new ImportFailedException($"You may not write in {path}. Give another folder with --out.", fault);
        }
        catch (IOException fault)
        {
            throw new ImportFailedException($"{path} takes no more: {fault.Message.TrimEnd('.')}. Make room, or give another folder with --out, and import again. The drafts written so far are whole.", fault);
        }
    }
}
