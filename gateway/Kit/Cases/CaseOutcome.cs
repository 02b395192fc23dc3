namespace InfoSharing.Kit.Cases;

/// <summary>What became of one case.</summary>
public enum CaseOutcome
{
    /// <summary>The rule says what it must.</summary>
    Agrees = 1,

    /// <summary>It says something else, or nothing.</summary>
    Differs = 2,

    /// <summary>It was not asked: the rule needs a ledger, a directory or settings beside the transfer, or there is no answer file.</summary>
    NotAsked = 3,
}
