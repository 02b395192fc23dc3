using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Engagement = InfoSharing.V1.Support.Types.Engagement;

namespace InfoSharing.Validator.Rules.Pattern;

/// <summary>IS-307. "Did not engage" says nothing that the next worker can use, and puts the failing on the one who was afraid.</summary>
internal sealed class SupportSaysWhatHelpedAndHindered : Rule
{
    public override RuleCard Card { get; } = new("IS-307", RuleGroup.Pattern, Severity.Warn)
    {
        Message = "What made it hard to take up (fear, control, childcare, language, trust, how we offered it)? What did work?",
        Remedy = "Write it as their obstacle, not their failing.",
        Source = "L4, L6, L22; NSPCC; practice 25",
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Support.Count; i++)
        {
            var one = c.Transfer.Support[i];
            if (one.Type == Support.Types.Type.NoneOffered) continue;
            if (one.Engagement == default) found.Fire(Field.Of("support", one.Item, i) + ".engagement", ("person", one.For));
            else if (one.Engagement is Engagement.Poor or Engagement.Declined && one.Barriers.IsBlank())
                found.Fire(Field.Of("support", one.Item, i) + ".barriers", ("person", one.For));
        }
    }
}
