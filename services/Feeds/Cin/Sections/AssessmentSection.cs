using InfoSharing.Feeds.Cin.Rules;
using InfoSharing.Feeds.Xml;
using InfoSharing.V1;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>Assessments and the factors found. A factor becomes no concern: the census says what was found then, not what is feared now, and the rules read factors themselves.</summary>
internal static class AssessmentSection
{
    /// <summary>Writes an episode's assessments.</summary>
    public static void Write(Element details, Episode episode, Draft draft)
    {
        foreach (var element in details.All("Assessments")) WriteOne(element, episode, draft);
    }

    private static void WriteOne(Element element, Episode episode, Draft draft)
    {
        var started = draft.Day(element, "AssessmentActualStartDate", rule: "8736", missing: "8736");
        var reviewed = draft.Day(element, "AssessmentInternalReviewDate");
        var authorised = draft.Day(element, "AssessmentAuthorisationDate", rule: "8696");
        draft.MustNotBeBefore(started, episode.Referred, "is before the referral", "1103");
        draft.MustNotBeBefore(authorised, started, "is before the assessment began", "8608");
        EpisodeHoldsTogether.CheckNotAfterClosure(draft, episode, started);
        EpisodeHoldsTogether.CheckNotAfterClosure(draft, episode, authorised);

        var assessment = new ChildAssessment
        {
            Item = draft.Item($"A{draft.Transfer.ChildAssessments.Count + 1}", element.Line),
            Child = Draft.Child,
            StartedOn = started?.Iso ?? "",
            AuthorisedOn = authorised?.Iso ?? "",
        };
        assessment.Factors.AddRange(FactorSection.Read(element, authorised is not null, draft));
        draft.Transfer.ChildAssessments.Add(assessment);

        draft.Chronology.Add(Kind.Assessment, started, "Assessment began");
        draft.Chronology.Add(Kind.Assessment, reviewed, "Assessment reviewed within the service");
        draft.Chronology.Add(Kind.Assessment, authorised, "Assessment authorised" + (assessment.Factors.Count == 0 ? "" : $"; factors {string.Join(", ", assessment.Factors)}"));
    }
}
