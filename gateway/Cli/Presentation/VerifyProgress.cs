namespace InfoSharing.Cli.Presentation;

/// <summary>Says how far a long reading has got: nothing in the first second, then a line every five.</summary>
internal sealed class VerifyProgress(TextWriter error, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly long _began = clock.GetTimestamp();
    private TimeSpan _next = Patience;

    internal void Show(ulong read, ulong of)
    {
        var elapsed = clock.GetElapsedTime(_began);
        if (elapsed < _next) return;
        _next = elapsed + BetweenLines;
        error.WriteLine($"{(of == 0 ? 100 : Math.Min(100, 100.0 * read / of)),3:F0} %  {read:N0} of {of:N0} links");
    }

    public void Dispose() => error.Flush();
}
