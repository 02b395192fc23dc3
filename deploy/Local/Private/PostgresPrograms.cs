using System.Diagnostics;

namespace InfoSharing.Local.Private;

/// <summary>The PostgreSQL programs of this machine, and how they are run: never as root, which they refuse.</summary>
internal sealed class PostgresPrograms
{
    /// <summary>What to say where none is.</summary>
    internal const string NotInstalled = "PostgreSQL is not installed: install it (on Debian: apt-get install postgresql), then run this again.";

    private const UnixFileMode Pass = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const string Debian = "/usr/lib/postgresql";
    private static readonly string[] Users = ["postgres", "nobody"];
    private readonly string _folder;
    private readonly string? _user;

    private PostgresPrograms(string folder, string? user) => (_folder, _user) = (folder, user);

    /// <summary>The newest that is installed; null where none is, or where root finds no other user for it.</summary>
    internal static PostgresPrograms? Find()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var debian = Directory.Exists(Debian) ? Directory.EnumerateDirectories(Debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin")) : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(':', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (debian.Concat(path).FirstOrDefault(folder => IsThere(Path.Combine(folder, "initdb")) && IsThere(Path.Combine(folder, "postgres"))) is not { } found) return null;
        if (Environment.UserName != "root") return new(found, null);
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        return Array.Find(Users, known.Contains) is { } user ? new(found, user) : null;
    }

    // A link may lead nowhere.
    private static bool IsThere(string file) => File.Exists(file) && (File.ResolveLinkTarget(file, returnFinalTarget: true)?.Exists ?? true);

    /// <summary>Sees that the server's user can come to a folder of ours. The folder and the one that it is in are opened to others for passing, never for reading; those above are their owners' to open.</summary>
    /// <exception cref="PrivateServerException">It cannot pass one of those above; the message names it.</exception>
    internal async Task LetPassAsync(string folder, CancellationToken cancellationToken)
    {
        if (_user is null || OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(folder);
        foreach (var ours in new[] { Path.GetDirectoryName(folder)!, folder }) File.SetUnixFileMode(ours, File.GetUnixFileMode(ours) | Pass);
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
            if (!await MayPassAsync(above.FullName, cancellationToken) && (above.Parent is null || await MayPassAsync(above.Parent.FullName, cancellationToken)))
                throw new PrivateServerException($"PostgreSQL does not run as root, and its user {_user} cannot pass {above.FullName}: give a folder that others may come to with --data, or start this as another user than root.");
    }

    /// <summary>Makes a folder and what is in it the server's own.</summary>
    internal Task GiveAsync(string folder, CancellationToken cancellationToken) => _user is null ? Task.CompletedTask : EndAsync(new("chown", ["-R", $"{_user}:", folder]), cancellationToken);

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="PrivateServerException">It failed.</exception>
    internal Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken) => EndAsync(Start([Path.Combine(_folder, program), .. arguments], []), cancellationToken);

    /// <summary>How the server is started so that it ends when the thread that started it does, and so with this process, however that ends.</summary>
    internal ProcessStartInfo Server(IEnumerable<string> arguments) => Start([Path.Combine(_folder, "postgres"), .. arguments], ["--pdeathsig", "QUIT"]);

    private async Task<bool> MayPassAsync(string folder, CancellationToken cancellationToken)
    {
        using var process = Process.Start(Start(["test", "-x", folder], []))!;
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0;
    }

    private ProcessStartInfo Start(string[] command, string[] bound)
    {
        string[] user = _user is null ? [] : ["--reuid", _user, "--regid", _user, "--init-groups"];
        string[] all = bound.Length > 0 ? ["setsid", "setpriv", .. user, .. bound, .. command] // a session of its own: Ctrl-C reaches it through us alone
            : user.Length > 0 ? ["setpriv", .. user, .. command] : command;
        return new(all[0], all[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/", Environment = { ["LC_ALL"] = "C" } };
    }

    private static async Task EndAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var process = Process.Start(start) ?? throw new PrivateServerException($"{start.FileName} could not be started.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new PrivateServerException($"PostgreSQL could not be made ready ({Path.GetFileName(start.ArgumentList.FirstOrDefault(argument => argument.StartsWith('/')) ?? start.FileName)}): {error.Trim().Split('\n')[0]}");
    }
}
