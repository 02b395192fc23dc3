using InfoSharing.Validator.Judging;
using Told = InfoSharing.V1.ChildAssessment.Types.Unborn.Types.Told;
using Unborn = InfoSharing.V1.ChildAssessment.Types.Unborn;

namespace InfoSharing.Validator.Facts;

/// <summary>What must be known of a child who is not born yet (IS-408), and what happened at birth (IS-409).</summary>
internal static class UnbornChild
{
    /// <summary>True where the baby is linked to this record, or what happened is said.</summary>
    internal static bool IsLinked(Unborn? unborn) => unborn is not null && (!unborn.BornAs.IsBlank() || !unborn.WhatHappened.IsBlank());

    /// <summary>What is missing, as field names. What one assessment says, is said.</summary>
    internal static List<string> MissingOf(Case c, Person child)
    {
        var missing = new List<string>();
        if (child.ExpectedOn.IsBlank()) missing.Add("expected_on");
        Ask("booked", static unborn => unborn.Booked != default);
        Ask("pre_birth_assessment", static unborn => !unborn.PreBirthAssessment.IsBlank() || !unborn.WhyNone.IsBlank());
        Ask("birth_plan", static unborn => !unborn.BirthPlan.IsBlank());
        if (!AreTold(c, child.Ref)) missing.Add("told");
        Ask("children_removed", static unborn => unborn.ChildrenRemoved != default);
        return missing;

        void Ask(string field, Func<Unborn, bool> isSaid)
        {
            if (!c.Assessments.Any(child.Ref, one => one.Unborn is { } unborn && isSaid(unborn))) missing.Add(field);
        }
    }

    // The midwife and the health visitor, in the old area and in the new one.
    private static bool AreTold(Case c, string child)
    {
        foreach (var service in new[] { Told.Types.Service.Midwife, Told.Types.Service.HealthVisitor })
        {
            foreach (var side in new[] { Told.Types.Side.Old, Told.Types.Side.New })
                if (!c.Assessments.Any(child, one => one.Unborn is { } unborn && unborn.Told.Any(told => told.Whom == service && told.Side == side && IsAnswered(told)))) return false;
        }
        return true;
    }

    private static bool IsAnswered(Told told) => !told.On.IsBlank() || !told.OrWhyNot.IsBlank();
}
