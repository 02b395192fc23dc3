using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-611. There may be one chance. It is said on every message, not kept in a manual.</summary>
internal sealed class OneChance : Rule
{
    public override RuleCard Card { get; } = new("IS-611", RuleGroup.Safety, Severity.Advise)
    {
        Message = "Believe them. See them alone, somewhere safe, now: you may have only one chance to speak to {person}. Agree a safe way to contact; leave a safety plan. "
            + "Forced Marriage Unit and police FM lead: {number}.",
        Remedy = "Numbers come from the directory.",
        Source = "L16, L20; Scottish FM guidance one-chance checklist; practice 21",
        Applies = TransferKinds.All,
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.ForcedMarriage is { Suspected.Count: > 0 } marriage) found.Fire("forced_marriage.suspected", ("person", Refs.Join(marriage.Suspected)));
    }
}
