using System.Diagnostics;

namespace InfoSharing.Tests.SystemLane.Faults;

/// <summary>A small disk in a folder's place, which can be filled. To make one takes root and the right to mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Puts one in a folder's place; null where that is not allowed.</summary>
    internal static SmallDisk? Make(string folder, long bytes)
    {
        Directory.CreateDirectory(folder);
        return Run("mount", "-t", "tmpfs", "-o", $"size={bytes},mode=0711", "tmpfs", folder) ? new(folder) : null;
    }

    /// <summary>Fills it to the last byte.</summary>
    internal void Fill()
    {
        var piece = new byte[1 << 20];
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) file.Write(piece);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the room back.</summary>
    internal void Free() => File.Delete(Filler);

    public void Dispose() => Run("umount", "-l", _folder); // lazily: what was killed may not be gone yet

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such program
        }
    }
}
