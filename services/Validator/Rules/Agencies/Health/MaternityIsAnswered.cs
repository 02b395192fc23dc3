using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Health;

/// <summary>IS-H03. Pregnancy raises the danger, and only maternity and the GP may know of it. It is asked of the household, not of a person's sex.</summary>
internal sealed class MaternityIsAnswered : Rule
{
    public override RuleCard Card { get; } = new("IS-H03", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "Is anybody in this household expecting a baby? Abuse often begins or grows in pregnancy, and the new area can only prepare for a birth it knows of. \"No\" and \"not known\" are answers.",
        Variants = new Dictionary<string, string>
        {
            ["booked"] = "Where is the birth of {child} booked? \"Unbooked\" and \"not known\" are answers.",
        },
        Remedy = "Add the unborn child with where the birth is booked, or say under \"not held\", maternity, that there is none, or that you do not know.",
        Source = "S4, L25; practice 20; health minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (Minimum.IsAnswered(c.Transfer, What.Maternity)) return;
        var unborn = c.People.Moving.Where(People.IsUnborn).ToList();
        if (unborn.Count == 0) found.Fire("not_held");
        foreach (var child in unborn)
            if (!IsBooked(c.Transfer, child)) found.Fire(Card.Severity, "child_assessments", "booked", Card.MayRise, ("child", child.Ref));
    }

    private static bool IsBooked(Transfer transfer, Person child) =>
        transfer.ChildAssessments.Any(one => one.Child == child.Ref && one.Unborn is { Booked: not ChildAssessment.Types.Unborn.Types.Booked.Unspecified });
}
