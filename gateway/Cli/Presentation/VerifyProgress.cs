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
        if (IsTime()) error.WriteLine($"{(of == 0 ? 100 : Math.Min(100, 100.0 * read / of)),3:F0} %  {read:N0} of {of:N0} links");
    }

    /// <summary>Partners answer one by one: each is said, once it has taken longer than a person waits without a word.</summary>
    internal void ShowAnswered(uint answered, uint of)
    {
        if (clock.GetElapsedTime(_began) >= Patience) error.WriteLine($"{answered:N0} of {of:N0} partners have answered");
    }

    private bool IsTime()
    {
        var elapsed = clock.GetElapsedTime(_began);
        if (elapsed < _next) return false;
        _next = elapsed + BetweenLines;
        return true;
    }

    public void Dispose() => error.Flush();
}
