using InfoSharing.Feeds.Cin.Rules;
using InfoSharing.Feeds.Xml;
using InfoSharing.V1;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>CINPlanDates: a child in need plan.</summary>
internal static class CinPlanSection
{
    /// <summary>Writes an episode's child in need plans.</summary>
    public static void Write(Element details, Episode episode, Draft draft)
    {
        foreach (var element in details.All("CINPlanDates"))
        {
            var started = draft.Day(element, "CINPlanStartDate", rule: "4010", missing: "4010");
            var ended = draft.Day(element, "CINPlanEndDate", rule: "4013");
            draft.MustNotBeBefore(started, episode.Referred, "is before the referral", "4015");
            draft.MustNotBeBefore(ended, started, "is before the plan began", "4011");
            EpisodeHoldsTogether.CheckNotAfterClosure(draft, episode, started);
            EpisodeHoldsTogether.CheckNotAfterClosure(draft, episode, ended);

            draft.Transfer.Plans.Add(new Plan
            {
                Item = draft.Item($"PL{draft.Transfer.Plans.Count + 1}", element.Line),
                Child = Draft.Child,
                Type = Plan.Types.Type.Cin,
                StartedOn = started?.Iso ?? "",
                EndedOn = ended?.Iso ?? "",
            });
            draft.Chronology.Add(Kind.Other, started, "Child in need plan began");
            draft.Chronology.Add(Kind.Other, ended, "Child in need plan ended");
        }
    }
}
