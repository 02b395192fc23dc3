using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.YoungPeople;

/// <summary>IS-503. Risk to a couple is risk to both, and each team sees its own young person. They meet, or a day is set on which they will.</summary>
internal sealed class YoungCoupleAreDiscussedTogether : Rule
{
    public override RuleCard Card { get; } = new("IS-503", RuleGroup.YoungPeople, Severity.Warn)
    {
        Message = "Record the joint discussion about risk to {person} and {other} as a couple, or the date it will be held.",
        Remedy = "Agree a date with the other key worker.",
        Source = "L13",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var (couple, _) in YoungCouples.In(c, found))
        {
            var (one, other) = string.CompareOrdinal(couple.A.Ref, couple.B.Ref) < 0 ? (couple.A.Ref, couple.B.Ref) : (couple.B.Ref, couple.A.Ref);
            if (!c.Transfer.JointDiscussions.Any(talk => IsAboutBoth(talk, one, other) && IsHeldOrToCome(talk, c.Day) && BothAttend(c, talk, one, other)))
                found.Fire("joint_discussions", ("person", one), ("other", other));
        }
    }

    private static bool IsAboutBoth(JointDiscussion talk, string one, string other) => talk.About.Contains(one) && talk.About.Contains(other);

    private static bool IsHeldOrToCome(JointDiscussion talk, DateOnly day) => !talk.HeldOn.IsBlank() || Days.Parse(talk.PlannedFor) >= day;

    private static bool BothAttend(Case c, JointDiscussion talk, string one, string other) =>
        talk.Attendees.Any(who => YoungCouples.IsKeyWorker(c, one, who)) && talk.Attendees.Any(who => YoungCouples.IsKeyWorker(c, other, who));
}
