namespace InfoSharing.Cli;

/// <summary>How a command ended, for a script.</summary>
internal static class ExitCode
{
    /// <summary>Done, with nothing to say; of a check: it may be handed over.</summary>
    public const int Clean = 0;

    /// <summary>Done, with something that a person should look at; of a check: refused as a hand-over.</summary>
    public const int WithFindings = 1;

    /// <summary>Not done, or not to the end; of a check: it cannot be read.</summary>
    public const int NotDone = 2;

    /// <summary>Not done now, and the same command may do it later: nobody answered, or not in time (EX_TEMPFAIL of sysexits.h).</summary>
    public const int TryAgain = 75;

    /// <summary>A fault of this program, or of the service (EX_SOFTWARE of sysexits.h).</summary>
    public const int Failed = 70;
}
