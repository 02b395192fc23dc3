using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.Document.Types.Kind;

namespace InfoSharing.Validator.Facts;

/// <summary>What a transfer-in conference needs for one child (IS-901): a field, a document, or that it is not held.</summary>
internal static class ConferencePapers
{
    /// <summary>True for a child with a child protection plan that has not ended.</summary>
    internal static bool IsOnPlan(Transfer transfer, string child)
    {
        foreach (var plan in transfer.Plans)
            if (plan.Child == child && plan.Type == Plan.Types.Type.Cp && plan.EndedOn.IsBlank()) return true;
        return false;
    }

    /// <summary>What is missing, as codes.</summary>
    internal static List<string> MissingFor(Case c, string child)
    {
        var missing = new List<string>();
        Ask("HOUSING_RATIONALE", Kind.HousingRationale, !(c.Transfer.Accommodation?.Rationale).IsBlank());
        Ask("CP_PLAN", Kind.CpPlan, HasActions(c.Transfer, child));
        Ask("CONFERENCE_REPORT", Kind.ConferenceReport, false);
        Ask("ASSESSMENT_WITH_RISK", Kind.Assessment, c.Assessments.Any(child, static one => !one.Risks.IsBlank()));
        if ((c.Transfer.Move?.RiskEffectReason).IsBlank()) missing.Add("EFFECT_OF_THE_MOVE_ON_RISK");
        Ask("SPECIAL_NEEDS", Kind.SpecialNeeds, false);
        Ask("CHRONOLOGY", Kind.Chronology, c.Transfer.Chronology.Count > 0);
        return missing;

        void Ask(string code, Kind kind, bool isWritten)
        {
            if (!isWritten && !IsHeldOrAskedFor(c.Transfer, child, kind)) missing.Add(code);
        }
    }

    // The plan itself is written in the transfer where its actions are.
    private static bool HasActions(Transfer transfer, string child) =>
        transfer.Plans.Any(plan => plan.Child == child && plan.Type == Plan.Types.Type.Cp && plan.EndedOn.IsBlank() && plan.Actions.Any(action => !action.Text.IsBlank()));

    // A paper about nobody by name is about all of them.
    private static bool IsHeldOrAskedFor(Transfer transfer, string child, Kind kind)
    {
        foreach (var paper in transfer.Documents)
            if (paper.Kind == kind && (paper.About.Count == 0 || paper.About.Contains(child))) return true;
        foreach (var paper in transfer.DocumentsNotHeld)
            if (paper.Kind == kind && (paper.About.Count == 0 || paper.About.Contains(child))) return true;
        return false;
    }
}
