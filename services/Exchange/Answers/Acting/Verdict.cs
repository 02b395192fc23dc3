namespace InfoSharing.Exchange.Answers.Acting;

/// <summary>What kind of no it is; the one who maps it to a status reads this.</summary>
internal enum NoKind
{
    /// <summary>A newer version is stored than the one that was seen: look again, then decide. ABORTED.</summary>
    Aborted = 1,

    /// <summary>It cannot be done as the transfer stands. FAILED_PRECONDITION.</summary>
    FailedPrecondition = 2,

    /// <summary>The act itself lacks something. INVALID_ARGUMENT.</summary>
    InvalidArgument = 3,
}

/// <summary>Why an act may not be done.</summary>
/// <param name="Code">A code, as the ledger's decision carries it: "newer-version".</param>
/// <param name="Kind">What kind of no it is.</param>
/// <param name="Words">For people. It names no child but by reference.</param>
/// <param name="Children">The children whom it concerns, by reference; empty where it is about the whole.</param>
internal sealed record No(string Code, NoKind Kind, string Words, IReadOnlyList<string> Children);

/// <summary>Go, or a named no.</summary>
/// <param name="No">Null is Go.</param>
internal sealed record Verdict(No? No)
{
    /// <summary>It may be done.</summary>
    public static Verdict Go { get; } = new((No?)null);

    /// <summary>True where it may be done.</summary>
    public bool IsGo => No is null;

    /// <summary>Go where no check says no. Checks are joined by ??, so that each may rely on those before it.</summary>
    internal static Verdict Of(No? no) => no is null ? Go : new(no);
}
