using InfoSharing.Feeds.Xml;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>FactorsIdentifiedAtAssessment. DfE rules 8617 (8A is no code), 8614, 8897, 8898, 8869, 8945Q and 8950Q (18A and 19A from 2025).</summary>
internal static class FactorSection
{
    /// <summary>The factors that are on the list, each once. The others are told.</summary>
    public static List<string> Read(Element assessment, bool completed, Draft draft)
    {
        var group = assessment.First("FactorsIdentifiedAtAssessment");
        var factors = new List<string>();
        foreach (var element in group?.All("AssessmentFactors") ?? []) ReadOne(element, factors, draft);

        if (completed && factors.Count == 0) draft.Report(group?.Line ?? assessment.Line, "FactorsIdentifiedAtAssessment", "holds no factor for a completed assessment", "8897");
        if (!completed && factors.Count > 0) draft.Report(group!.Line, group.Name, "holds factors for an assessment that is not completed", "8614");
        if (AssessmentFactors.NoneStandsBesideAnother(factors)) draft.Report(group!.Line, group.Name, "says no factor (21), and names one", "8869");
        return factors;
    }

    private static void ReadOne(Element element, List<string> factors, Draft draft)
    {
        if (AssessmentFactors.Find(element.Text.ToUpperInvariant()) is not { } factor)
        {
            var written = CinCode.Shown(element.Text);
            draft.Report(element.Line, element.Name, "is not a valid factor; it is left out", written is "8A" or "8a" ? "8617" : null, written);
        }
        else if (factors.Contains(factor.Code))
        {
            draft.Report(element.Line, element.Name, "is given twice with the same code", "8898", factor.Code);
        }
        else
        {
            factors.Add(factor.Code);
            if (draft.Header.Year is { } year && !factor.IsInUse(year)) draft.Report(element.Line, element.Name, "is no longer used in this census year; it is kept", factor.Code is "18A" ? "8945Q" : "8950Q", factor.Code);
        }
    }
}
