using System.Diagnostics;
using System.Text;

namespace InfoSharing.Tests.SystemLane.Kills;

/// <summary>A disk that forgets what was not synced when the process on it is killed (unsynced.c says how).</summary>
internal sealed class UnsyncedWrites : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infosharing-unsynced-").FullName;

    internal UnsyncedWrites()
    {
        Library = Path.Combine(_folder, "unsynced.so");
        Logs = Directory.CreateDirectory(Path.Combine(_folder, "logs")).FullName;
        using var compiler = Process.Start(new ProcessStartInfo("gcc", ["-O2", "-shared", "-fPIC", "-o", Library, Path.Combine(AppContext.BaseDirectory, "Kills", "unsynced.c"), "-ldl"]))!;
        compiler.WaitForExit();
        compiler.ExitCode.ShouldBe(0, "gcc compiles the disk that forgets");
    }

    /// <summary>How many writes were taken back so far.</summary>
    internal int TakenBack { get; private set; }

    private string Library { get; }

    private string Logs { get; }

    /// <summary>The environment of a process whose files in a folder are on this disk.</summary>
    internal Dictionary<string, string> Environment(string folder) => new() { ["LD_PRELOAD"] = Library, ["UNSYNCED_FOLDER"] = folder, ["UNSYNCED_LOGS"] = Logs };

    /// <summary>Puts back what was replaced and not synced, newest first. Only when the process is dead.</summary>
    internal void Forget()
    {
        foreach (var log in Directory.EnumerateFiles(Logs))
        {
            var records = File.ReadAllBytes(log).AsSpan();
            while (records.Length > 0)
            {
                var whole = BitConverter.ToInt32(records[^4..]);
                PutBack(records[^whole..]);
                records = records[..^whole];
                TakenBack++;
            }
            File.WriteAllBytes(log, []);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void PutBack(ReadOnlySpan<byte> record)
    {
        var pathLength = BitConverter.ToInt32(record);
        var path = Encoding.UTF8.GetString(record.Slice(4, pathLength));
        var rest = record[(4 + pathLength)..];
        var (offset, size, old) = (BitConverter.ToInt64(rest), BitConverter.ToInt64(rest[8..]), BitConverter.ToInt32(rest[16..]));
        if (!File.Exists(path)) return; // taken away since, as a log is when a ledger is closed
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = offset;
        file.Write(rest.Slice(20, old));
        file.SetLength(size);
    }
}
