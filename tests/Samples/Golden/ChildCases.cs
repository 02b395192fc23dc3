using InfoSharing.V1;
using static InfoSharing.Tests.GoldenCases;

namespace InfoSharing.Tests;

/// <summary>Each child in their own right.</summary>
internal static class ChildCases
{
    public static IReadOnlyList<GoldenCase> All { get; } =
    [
        new("7", "One paragraph, the name changed", Clean(t =>
        {
            var words = Assessment(t, "P2").Needs.Text_;
            Assessment(t, "P3").Needs = new Text { Text_ = words.Replace("Zennor", "Caspian", StringComparison.Ordinal) };
            Assessment(t, "P4").Needs = new Text { Text_ = words.Replace("Zennor", "Ludovic", StringComparison.Ordinal) };
        }))
        {
            Fires = [Warn("IS-402", "child_assessments[A2].needs")],
        },
        new("8", "A mother of 17 with a baby", Clean(t =>
        {
            var mother = t.Persons.Single(person => person.Ref == "P2");
            mother.Roles.Clear();
            mother.Roles.Add(Person.Types.Role.Parent);
            t.ChildAssessments.Remove(Assessment(t, "P2"));
            NewChild.Born(t, "P7", "P2", "Isolde", "2026-07-30", "She is small, and tires at the breast; her mother is young and has carried a great deal.");
        }))
        {
            Fires = [Refuse("IS-501", "persons[P2]")],
            ChildrenBlocked = ["P2"],
        },
        new("10", "Boy withdrawn from school, his sister was asked, he was not", Clean(t =>
        {
            t.Persons.Single(person => person.Ref == "P3").Education = Person.Types.Education.Types.Status.Withdrawn;
            t.ForcedMarriage.Considered.Remove(t.ForcedMarriage.Considered.Single(considered => considered.Person == "P3"));
        }))
        {
            Fires = [Warn("IS-602", "forced_marriage.considered"), Warn("IS-603", "forced_marriage.considered")],
        },
        new("20", "The toddler's day is missing", Clean(t => Assessment(t, "P4").DayLike = null))
        {
            Fires = [Warn("IS-405", "child_assessments[A4].day_like")],
        },
        new("21", "Thirty weeks, and nobody at the hospital expects the baby", Clean(t => NewChild.Unborn(t, "P7", "2027-01-11")))
        {
            Fires = [Warn("IS-408", "child_assessments[AP7].unborn")],
            Owed = ["IS-408"],
        },
        new("24", "Twins of two weeks, the same words", Clean(t =>
        {
            var first = NewChild.Born(t, "P7", "P1", "Isolde", "2026-10-19", "She was the smaller at birth and loses warmth fast.");
            var second = NewChild.Born(t, "P8", "P1", "Rosamund", "2026-10-19", "Her jaundice is being watched, and she is hard to wake for a feed.");
            second.Needs.Text_ = first.Needs.Text_.Replace("Isolde", "Rosamund", StringComparison.Ordinal);
        }))
        {
            Fires = [Warn("IS-402", "child_assessments[AP7].needs")],
        },
        new("25", "Supervision order on one child", Clean(t => t.Court.Orders.Add(Contract.Read<Court.Types.Order>("""
            { "item": { "id": "OR2" }, "child": "P3", "kind": "SUPERVISION", "authority": "leeds-social-care", "madeOn": "2026-08-11" }
            """))))
        {
            Fires = [Refuse("IS-913", "court.orders[OR2]")],
            ChildrenBlocked = ["P3"],
        },
    ];

    private static ChildAssessment Assessment(Transfer transfer, string child) =>
        transfer.ChildAssessments.Single(assessment => assessment.Child == child);
}
