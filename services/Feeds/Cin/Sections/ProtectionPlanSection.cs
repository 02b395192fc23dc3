using InfoSharing.Feeds.Cin.Rules;
using InfoSharing.Feeds.Xml;
using InfoSharing.V1;
using InfoSharing.Validator.Codes;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>ChildProtectionPlans: child protection plans. Reviews that were held stand in the chronology; the next one (review_on) is not in a census.</summary>
internal static class ProtectionPlanSection
{
    /// <summary>Writes an episode's child protection plans.</summary>
    public static void Write(Element details, Episode episode, Draft draft)
    {
        foreach (var element in details.All("ChildProtectionPlans")) WriteOne(element, episode, draft);
    }

    private static void WriteOne(Element element, Episode episode, Draft draft)
    {
        var started = draft.Day(element, "CPPstartDate", rule: "8720", missing: "8720");
        var ended = draft.Day(element, "CPPendDate", rule: "8930");
        var first = draft.Code(element, "InitialCategoryOfAbuse", CategoryOfAbuse.Codes, "8905", missing: "8905");
        var latest = draft.Code(element, "LatestCategoryOfAbuse", CategoryOfAbuse.Codes, "8910", missing: "8910");
        draft.MustNotBeBefore(started, episode.Referred, "is before the referral", "1105");
        draft.MustNotBeBefore(ended, started, "is before the plan began", "8925");
        EpisodeHoldsTogether.CheckNotAfterClosure(draft, episode, ended);

        draft.Transfer.Plans.Add(new Plan
        {
            Item = draft.Item($"PL{draft.Transfer.Plans.Count + 1}", element.Line),
            Child = Draft.Child,
            Type = Plan.Types.Type.Cp,
            Category = latest ?? first ?? "",
            StartedOn = started?.Iso ?? "",
            EndedOn = ended?.Iso ?? "",
        });
        draft.Chronology.Add(Kind.Other, started, "Child protection plan began" + Category(first) + Previous(element, draft));
        draft.Chronology.Add(Kind.Other, ended, "Child protection plan ended" + Category(latest));
        WriteReviews(element, started, draft);
    }

    private static void WriteReviews(Element plan, CinDay? started, Draft draft)
    {
        foreach (var element in plan.First("Reviews")?.All("CPPreviewDate") ?? [])
        {
            if (element.Text.Length == 0) continue;
            var held = draft.DayIn(element);
            if (held.On <= started?.On) draft.Report(element.Line, element.Name, "is not after the plan began", "8841");
            draft.Chronology.Add(Kind.Conference, held, "Child protection review conference");
        }
    }

    private static string Category(string? code) => code is null ? "" : $": {CategoryOfAbuse.Codes.Describe(code)} ({code})";

    private static string Previous(Element plan, Draft draft)
    {
        if (plan.First("NumberOfPreviousCPP") is not { Text.Length: > 0 } element) return "";
        if (byte.TryParse(element.Text, out var number)) return number == 0 ? "; the first" : $"; earlier child protection plans: {number}";
        draft.Report(element.Line, element.Name, "is not a number of plans; it is left out");
        return "";
    }
}
