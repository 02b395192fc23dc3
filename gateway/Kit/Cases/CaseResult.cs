namespace InfoSharing.Kit.Cases;

/// <summary>What became of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Differences">Where it differs, a line each.</param>
/// <param name="Notes">What other rules said, and what a setting turned up: no fault.</param>
public sealed record CaseResult(KitCase Case, CaseOutcome Outcome, IReadOnlyList<string> Differences, IReadOnlyList<string> Notes);
