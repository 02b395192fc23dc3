using InfoSharing.Feeds.Xml;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>PreProceedingsandFGDM, new in 2026: its days, and its flags in their words. We have seen one sample and no published list of PPOutcome, so it is carried as written.</summary>
internal static class PreProceedingsSection
{
    /// <summary>Writes an episode's pre-proceedings and family group decision making.</summary>
    public static void Write(Element details, Draft draft)
    {
        foreach (var element in details.All("PreProceedingsandFGDM"))
        {
            var began = "Pre-proceedings began" + Said(element, "FGDMMeetingOffer", "family group decision making was offered", draft) + Said(element, "FGDMMeetingFac", "its meeting was held", draft);
            draft.Chronology.Add(Kind.Other, Day("PPStartDate"), began);
            draft.Chronology.Add(Kind.Other, Day("LBPSentDate"), "Letter before proceedings sent");
            draft.Chronology.Add(Kind.Conference, Day("InitialPPMeetingDate"), "First pre-proceedings meeting" + As(element, "ReviewMeetingsCount", "review meetings", draft));
            draft.Chronology.Add(Kind.Other, Day("StepDecisionDate"), "Pre-proceedings stepped up or down" + As(element, "PPOutcome", "outcome as coded", draft));
            draft.Chronology.Add(Kind.Other, Day("CourtAppDate"), "Application to the court");
            draft.Chronology.Add(Kind.Other, Day("LetterInitCPDate"), "Letter to begin care proceedings");

            CinDay? Day(string name) => draft.Day(element, name);
        }
    }

    private static string Said(Element group, string name, string words, Draft draft)
    {
        if (group.First(name) is not { Text.Length: > 0 } element) return "";
        if (CinCode.Flag(element) is { } flag) return flag ? $"; {words}" : $"; not so: {words}";
        draft.Report(element.Line, name, "is not true or false; it is left out");
        return "";
    }

    private static string As(Element group, string name, string words, Draft draft)
    {
        if (group.First(name) is not { Text.Length: > 0 } element) return "";
        if (CinCode.Shown(element.Text) is { } shown) return $"; {words}: {shown}";
        draft.Report(element.Line, name, "is neither a number nor a code; it is left out");
        return "";
    }
}
