namespace InfoSharing.Kit.Reading;

/// <summary>The two examples of one rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Bad">It fires.</param>
/// <param name="Good">It is silent.</param>
/// <param name="Also">Other rules that rightly fire on the bad one.</param>
public sealed record RuleExample(string RuleId, Example Bad, Example Good, IReadOnlyList<string> Also);
