namespace InfoSharing.Cli;

/// <summary>How a command ended, for a script.</summary>
internal static class ExitCode
{
    /// <summary>Done, with nothing to say.</summary>
    public const int Clean = 0;

    /// <summary>Done, with something that a person should look at.</summary>
    public const int WithFindings = 1;

    /// <summary>Not done, or not to the end.</summary>
    public const int NotDone = 2;
}
