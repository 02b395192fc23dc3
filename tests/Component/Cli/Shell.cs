using InfoSharing.Cli;

namespace InfoSharing.Tests.Component.Cli;

/// <summary>Runs the command line in this process, at ten on Monday 2 November 2026.</summary>
internal static class Shell
{
    internal static Task<(int Code, string Out, string Error)> Run(string input, params string[] args) => Run(input, TestContext.Current.CancellationToken, args);

    /// <summary>The same, and cancelled as Ctrl-C cancels it.</summary>
    internal static async Task<(int Code, string Out, string Error)> Run(string input, CancellationToken cancel, params string[] args)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CliHost.Run(args, output, error, new Monday(), stream, cancel);
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Monday : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);
    }
}
