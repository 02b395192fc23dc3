using InfoSharing.V1;
using static InfoSharing.Tests.GoldenCases;

namespace InfoSharing.Tests;

/// <summary>Relationships, contact, separation.</summary>
internal static class RelationshipCases
{
    public static IReadOnlyList<GoldenCase> All { get; } =
    [
        new("2a", "Nobody answered the mother's past", Clean(t => t.RelationshipExploration.Remove(Exploration(t, "X1"))))
        {
            Fires = [Refuse("IS-201", "relationship_exploration")],
            MayGo = false,
        },
        new("2b", "Not explored, and no reason", Clean(t =>
        {
            var past = Exploration(t, "X1");
            past.Status = RelationshipExploration.Types.Status.NotExplored;
            past.ReasonIfNot = null;
            past.NextBy = null;
            past.NextOn = "";
        }))
        {
            Fires = [Refuse("IS-204", "relationship_exploration[X1]")],
            MayGo = false,
        },
        new("3", "None known, he said", Clean(t =>
        {
            var now = Exploration(t, "X4");
            now.Status = RelationshipExploration.Types.Status.NoneKnown;
            now.Methods.Clear();
            now.Methods.Add(RelationshipExploration.Types.Method.AskedInPerson);
            now.AgenciesChecked.Clear();
        }))
        {
            Fires = [Warn("IS-205", "relationship_exploration[X4].agencies_checked")],
        },
        new("4", "Father with two old orders, fortnightly contact, no police check", Clean(t =>
            t.ContactArrangements.Single(k => k is { Child: "P2", Person: "P6" }).IntelligenceCheck = null))
        {
            Fires = [Refuse("IS-207", "contact_arrangements[K1].intelligence_check")],
            ChildrenBlocked = ["P2"],
        },
        new("9", "A couple of 16 and 17, one key worker", Clean(t =>
        {
            t.Persons.Add(Contract.Read<Person>("""
                {
                  "ref": "P7", "roles": ["CHILD"], "names": [{ "given": "Emrys", "family": "Tolkworthy" }], "dateOfBirth": "2010-03-02",
                  "sex": "M", "communication": "SPEAKS", "inMovingHousehold": "NO", "education": "IN_SCHOOL"
                }
                """));
            t.Relationships.Add(Contract.Read<Relationship>("""
                {
                  "item": { "id": "R12" }, "a": "P2", "b": "P7", "kind": "PARTNER", "intimate": "YES", "abuse": "NONE_KNOWN",
                  "startedOn": "2026-04-18"
                }
                """));
        }))
        {
            Fires = [Warn("IS-503", "joint_discussions"), Warn("IS-502", "relationships[R12]")],
        },
        new("13", "Parted five weeks ago, risk high to medium", Clean(t =>
            t.Relationships.Single(r => r is { A: "P1", B: "P5" }).PostSeparationRisk = null))
        {
            Fires = [Refuse("IS-706", "relationships[R1].post_separation_risk")],
            MayGo = false,
        },
    ];

    private static RelationshipExploration Exploration(Transfer transfer, string id) =>
        transfer.RelationshipExploration.Single(exploration => exploration.Item.Id == id);
}
