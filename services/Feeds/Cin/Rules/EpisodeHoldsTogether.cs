using InfoSharing.Feeds.Xml;

namespace InfoSharing.Feeds.Cin.Rules;

/// <summary>An episode's days and facts fit one another. Where two do not, both are carried: the file does not say which is wrong.</summary>
internal static class EpisodeHoldsTogether
{
    private const int LongestBeforeBirthInDays = 280;

    /// <summary>DfE rules 8606, 8555, 8630, 8805, 8810.</summary>
    public static void CheckDays(Draft draft, Episode episode, string? reason)
    {
        var (line, referred, closed) = (episode.Line, episode.Referred, episode.Closed);
        if (draft.Birth?.On is { } birth && referred?.On < birth.AddDays(-LongestBeforeBirthInDays))
        {
            draft.Report(referred.Line, referred.Element, "is more than 40 weeks before the child's birth or expected birth", "8606");
        }

        draft.MustNotBeBefore(closed, referred, "is before the referral", "8630");
        if (draft.Death?.On < referred?.On) draft.Report(referred!.Line, referred.Element, "is after the child's death", "8555");
        if (closed is not null && reason is null) draft.Report(line, "ReasonForClosure", "is missing for a case that is closed", "8805");
        if (closed is null && reason is not null) draft.Report(line, "CINclosureDate", "is missing for a case that has a reason for closure", "8810");
        if (reason == "RC2" && draft.Death is null) draft.Remark(line, "PersonDeathDate", "is missing for a case that was closed because the child died", "8585Q");
    }

    /// <summary>DfE rules 8831, 8832 and 4000: a referral that led no further, and work all the same.</summary>
    public static void CheckActivity(Draft draft, Element details, bool? noFurtherAction)
    {
        if (noFurtherAction is not true) return;
        var flag = details.First("ReferralNFA")!;
        if (details.First("Assessments") is not null || details.First("Section47") is not null || details.First("DateOfInitialCPC") is not null)
        {
            draft.Remark(flag.Line, flag.Name, "says no further action, and an assessment, enquiry or conference is recorded", "8831");
        }

        if (details.First("ChildProtectionPlans") is not null) draft.Remark(flag.Line, flag.Name, "says no further action, and a child protection plan is recorded", "8832");
        if (details.First("CINPlanDates") is not null) draft.Remark(flag.Line, flag.Name, "says no further action, and a child in need plan is recorded", "4000");
    }

    /// <summary>DfE rule 8565: work after the case was closed.</summary>
    public static void CheckNotAfterClosure(Draft draft, Episode episode, CinDay? day)
    {
        if (day?.On > episode.Closed?.On) draft.Report(day!.Line, day.Element, "is after the case was closed", "8565");
    }
}
