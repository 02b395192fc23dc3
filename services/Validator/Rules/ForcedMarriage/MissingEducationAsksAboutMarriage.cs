using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Education = InfoSharing.V1.Person.Types.Education.Types.Status;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-602. A child who is out of school is out of sight. Asked of every child who is: what is feared of one is considered of all.</summary>
internal sealed class MissingEducationAsksAboutMarriage : Rule
{
    public override RuleCard Card { get; } = new("IS-602", RuleGroup.Safety, Severity.Warn)
    {
        Message = "Missing education can hide forced marriage. Record that you considered it for {child}, a girl or a boy.",
        Remedy = "Yes, no or not known, with who and when.",
        Source = "L17",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var child in c.Transfer.Persons)
        {
            if (!child.Roles.Contains(Person.Types.Role.Child) || !IsAway(child) || ConsideredMarriage.IsAnswered(c.Transfer, child.Ref)) continue;
            found.Fire("forced_marriage.considered", ("child", child.Ref));
        }
    }

    private static bool IsAway(Person child) =>
        child.Education is Education.Absent or Education.Missing or Education.Withdrawn || child.ExtendedTravel == YesNo.Yes;
}
