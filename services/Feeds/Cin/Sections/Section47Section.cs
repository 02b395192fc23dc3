using InfoSharing.Feeds.Cin.Rules;
using InfoSharing.Feeds.Xml;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>Section47 enquiries and initial child protection conferences: a transfer has no section for them, so all of them stands in the chronology.</summary>
internal static class Section47Section
{
    /// <summary>Writes an episode's enquiries and its conference.</summary>
    public static void Write(Element details, Episode episode, Draft draft)
    {
        WriteConference(draft.Day(details, "DateOfInitialCPC"), episode, draft);
        foreach (var element in details.All("Section47")) WriteOne(element, episode, draft);
    }

    private static void WriteOne(Element element, Episode episode, Draft draft)
    {
        var started = draft.Day(element, "S47ActualStartDate", rule: "8740", missing: "8615");
        var conference = draft.Day(element, "DateOfInitialCPC", rule: "8715");
        var target = draft.Day(element, "InitialCPCtarget", mayBeAhead: true);
        draft.MustNotBeBefore(started, episode.Referred, "is before the referral", "2889");
        draft.MustNotBeBefore(conference, started, "is before the enquiry began", "8615");
        EpisodeHoldsTogether.CheckNotAfterClosure(draft, episode, started);

        draft.Chronology.Add(Kind.Assessment, started, "Section 47 enquiry began" + NotRequired(element, draft));
        draft.Chronology.Add(Kind.Other, target, "Target day for the initial child protection conference");
        WriteConference(conference, episode, draft);
    }

    private static void WriteConference(CinDay? conference, Episode episode, Draft draft)
    {
        draft.MustNotBeBefore(conference, episode.Referred, "is before the referral", "1104");
        EpisodeHoldsTogether.CheckNotAfterClosure(draft, episode, conference);
        draft.Chronology.Add(Kind.Conference, conference, "Initial child protection conference");
    }

    private static string NotRequired(Element element, Draft draft)
    {
        var flag = element.First("ICPCnotRequired");
        if (flag is { Text.Length: > 0 } && CinCode.Flag(flag) is null) draft.Report(flag.Line, flag.Name, "is not true or false; it is left out");
        return CinCode.Flag(flag) is true ? "; an initial conference was not required" : "";
    }
}
