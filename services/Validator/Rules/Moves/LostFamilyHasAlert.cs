using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-906. A case cannot be handed to an area that nobody knows. The alert goes to many, and responsibility stays.</summary>
internal sealed class LostFamilyHasAlert : Rule
{
    public override RuleCard Card { get; } = new("IS-906", RuleGroup.Moves, Severity.Warn)
    {
        Message = "The family's whereabouts are not known. Send a missing-family alert now; you keep responsibility.",
        Remedy = "Use the missing-family alert; it is renewed until found.",
        Source = "L15, L25; W Yorks, Norfolk; practice 22",
        MayRise = true,
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.Move is { Permanence: Move.Types.Permanence.Unknown, WhereaboutsKnown: not YesNo.Yes }) found.Fire("move.whereabouts_known");
    }
}
