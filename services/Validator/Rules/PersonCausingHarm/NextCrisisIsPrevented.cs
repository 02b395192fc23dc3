using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Type = InfoSharing.V1.Support.Types.Type;
using Urgency = InfoSharing.V1.Transfer.Types.Urgency;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>IS-708. Help that begins only in a crisis ends with it. None offered, and why, is an answer.</summary>
internal sealed class NextCrisisIsPrevented : Rule
{
    public override RuleCard Card { get; } = new("IS-708", RuleGroup.PersonCausingHarm, Severity.Warn)
    {
        Message = "Outside a crisis, what prevents the next one?",
        Remedy = "Name the help offered, or say that none was, and why.",
        Source = "S13, S14",
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.Urgency is Urgency.NonCrisis or Urgency.PostCrisis && !c.Transfer.Support.Any(Prevents)) found.Fire("support");
    }

    private static bool Prevents(Support one) =>
        one.Type is Type.EarlyHelp or Type.DaSpecialist or Type.Therapeutic or Type.PerpetratorProgramme or Type.Recovery
        || (one.Type == Type.NoneOffered && !one.WhyNone.IsBlank());
}
