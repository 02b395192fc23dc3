using InfoSharing.V1;

namespace InfoSharing.Tests;

/// <summary>Adds a child to the clean transfer, complete in every section that asks about each child.</summary>
internal static class NewChild
{
    /// <summary>A baby who has been born.</summary>
    public static ChildAssessment Born(Transfer transfer, string child, string mother, string given, string bornOn, string risks)
    {
        Listed(transfer, child, mother, Contract.Read<Person>($$"""
            {
              "ref": "{{child}}", "roles": ["CHILD"], "names": [{ "given": "{{given}}", "family": "Braxenby" }], "dateOfBirth": "{{bornOn}}",
              "sex": "F", "communication": "DOES_NOT_SPEAK_YET", "inMovingHousehold": "YES", "careStatus": "NONE", "education": "NOT_OF_AGE"
            }
            """));
        foreach (var service in new[] { "GP", "HEALTH_VISITOR" })
        {
            transfer.Registrations.Add(Contract.Read<Registration>($$"""
                { "item": { "id": "RG{{child}}{{service}}" }, "child": "{{child}}", "kind": "{{service}}", "status": "REGISTERED" }
                """));
            transfer.Accommodation.Notified.Add(Contract.Read<Accommodation.Types.Notified>($$"""
                { "child": "{{child}}", "whom": "{{service}}", "done": "YES", "on": "2026-10-22", "agreedBy": "P1" }
                """));
        }

        transfer.SeenSinceMove.Add(Contract.Read<SeenSinceMove>($$"""
            {
              "item": { "id": "SE{{child}}" }, "child": "{{child}}", "on": "2026-10-27", "alone": "NO", "whereKind": "HOME",
              "by": { "name": "Priya Nandakumar", "role": "social worker", "org": "sandwell-social-care" }
            }
            """));
        transfer.ForcedMarriage.Considered.Add(Contract.Read<ForcedMarriage.Types.Considered>($$"""
            { "person": "{{child}}", "answer": "NO", "by": { "name": "Harriet Osei", "role": "social worker" }, "on": "2026-10-27" }
            """));
        return Assessed(transfer, $$"""
            {
              "item": { "id": "A{{child}}" }, "child": "{{child}}",
              "needs": { "text": "{{given}} needs feeds on time, weighing each week, and a mother who can sleep while somebody she trusts is near." },
              "risks": { "text": "{{risks}}" },
              "dayLike": { "text": "{{given}} sleeps, feeds every three hours, and settles on a shoulder with a hand on her back." },
              "seenWith": [{ "carer": "{{mother}}", "what": { "text": "Held close, looked at and talked to." }, "on": "2026-10-27" }],
              "daExperience": { "text": "{{given}} hears how tense the house is when the bell rings." },
              "factors": ["3B"], "startedOn": "2026-10-26", "authorisedOn": "2026-10-29",
              "baby": {
                "injury": { "text": "None seen on 27 October." },
                "cryingFeedingSleep": { "text": "Feeding well; sleeps on her back in a cot of her own." },
                "whoAtHome": { "text": "The family, and refuge staff by day." }
              }
            }
            """);
    }

    /// <summary>A child who is not born yet: nothing is said of the birth plan, nor who was told.</summary>
    public static ChildAssessment Unborn(Transfer transfer, string child, string expectedOn)
    {
        Listed(transfer, child, "P1", Contract.Read<Person>($$"""
            { "ref": "{{child}}", "roles": ["UNBORN"], "expectedOn": "{{expectedOn}}", "sex": "U", "inMovingHousehold": "YES" }
            """));
        return Assessed(transfer, $$"""
            {
              "item": { "id": "A{{child}}" }, "child": "{{child}}",
              "needs": { "text": "A booked birth in the new area, and a mother who is fed, rested and not followed." },
              "risks": { "text": "A change of hospital at thirty weeks may leave nobody expecting this birth." },
              "factors": ["3B"], "startedOn": "2026-10-26", "authorisedOn": "2026-10-29",
              "unborn": { "booked": "BOOKED", "whyNone": { "text": "Begun on 26 October, due in three weeks." }, "childrenRemoved": "NO" }
            }
            """);
    }

    private static void Listed(Transfer transfer, string child, string mother, Person person)
    {
        transfer.Persons.Add(person);
        transfer.Persons.Single(parent => parent.Ref == mother).ParentalResponsibilityFor.Add(child);
        transfer.Relationships.Add(Contract.Read<Relationship>($$"""
            { "item": { "id": "R{{child}}" }, "a": "{{child}}", "b": "{{mother}}", "kind": "PARENT", "intimate": "NO", "abuse": "NONE_KNOWN" }
            """));
        transfer.Concerns[0].About.Add(child);
        transfer.Decisions.Single(decision => decision.Item.Id == "D1").Children.Add(child);
        transfer.Plans.Add(Contract.Read<Plan>($$"""
            { "item": { "id": "PL{{child}}" }, "child": "{{child}}", "type": "CP", "category": "EMO", "startedOn": "2026-10-27", "reviewOn": "2026-12-03" }
            """));
        foreach (var document in transfer.Documents.Where(document => document.About.Contains("P4")))
        {
            document.About.Add(child);
        }
    }

    private static ChildAssessment Assessed(Transfer transfer, string json)
    {
        var assessment = Contract.Read<ChildAssessment>(json);
        transfer.ChildAssessments.Add(assessment);
        return assessment;
    }
}
