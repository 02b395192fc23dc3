using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace InfoSharing.Tests.Interop;

/// <summary>Foreign programs of tests/Interop/peers. Where they are not installed a test is skipped on a laptop and fails in CI.</summary>
internal static class Peers
{
    /// <summary>The repository's root.</summary>
    public static string RepositoryRoot { get; } = Root();

    /// <summary>tests/Interop/peers.</summary>
    public static string Folder => Path.Combine(RepositoryRoot, "tests", "Interop", "peers");

    private static string BufProgram => Path.Combine(Folder, "node_modules", ".bin", "buf");

    /// <summary>Runs a program and returns its exit code and what it wrote. Ends it after the limit.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> Run(string program, string[] arguments, TimeSpan limit, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = RepositoryRoot, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(limit);
        var output = process.StandardOutput.ReadToEndAsync(timer.Token);
        var errors = process.StandardError.ReadToEndAsync(timer.Token);
        try
        {
            await process.WaitForExitAsync(timer.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs a script of the peers' folder with Node.js.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> Node(string script, params string[] arguments)
    {
        Installed("@grpc/grpc-js");
        return Run("node", [Path.Combine(Folder, script), .. arguments], TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    /// <summary>Runs buf in the contract's folder.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> Buf(params string[] arguments)
    {
        Installed("@bufbuild/buf");
        return Run(BufProgram, arguments, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    /// <summary>Runs buf until it has written a line, then ends it; returns what it wrote.</summary>
    public static async Task<string> BufUntil(string line, params string[] arguments)
    {
        Installed("@bufbuild/buf");
        var start = new ProcessStartInfo(BufProgram, arguments) { WorkingDirectory = RepositoryRoot, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timer.CancelAfter(TimeSpan.FromSeconds(60));
        var written = "";
        try
        {
            while (await process.StandardOutput.ReadLineAsync(timer.Token) is { } next)
            {
                written += next;
                if (next == line) break;
            }
            return written;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static void Installed(string package) => Need(Directory.Exists(Path.Combine(Folder, "node_modules", package)), package);

    /// <summary>Skips the test on a laptop, and fails it in CI, where a peer is not installed.</summary>
    public static void Need(bool installed, string package)
    {
        if (installed) return;
        var missing = $"{package} is not installed; ./test --lane Interop installs it";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal)) Assert.Fail(missing);
        Assert.Skip(missing);
    }

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
