using System.Text;

namespace InfoSharing.Tests.Unit.Reading;

/// <summary>A small transfer that reads and has its shape, as JSON; the people are invented.</summary>
internal static class SmallTransfer
{
    internal const string Json = """
        {
          "id": "019a9c64-7d20-7b31-8e55-4f0c2a6d9b17",
          "version": 1,
          "kind": "FULL_TRANSFER",
          "urgency": "NON_CRISIS",
          "from": { "agency": "leeds-social-care", "agencyKind": "SOCIAL_CARE", "areaGss": "E08000035", "country": "ENG" },
          "lead": { "agency": "sandwell-social-care", "agencyKind": "SOCIAL_CARE", "areaGss": "E08000028", "country": "ENG" },
          "move": { "date": "2026-10-12", "expectedDays": 20, "whereaboutsKnown": "YES", "reason": { "text": "The refuge had room." } },
          "locations": [{ "item": { "id": "L1" }, "of": ["P1"], "kind": "REFUGE", "poBox": "PO Box 7", "protection": "PROTECTED" }],
          "persons": [
            { "ref": "P1", "roles": ["PARENT", "VICTIM"], "names": [{ "given": "Orla", "family": "Fenwick" }], "date_of_birth": "1990-02-03", "parentalResponsibilityFor": ["P2"] },
            { "ref": "P2", "roles": ["CHILD"], "names": [{ "given": "Tamsin", "family": "Fenwick" }], "dateOfBirth": "2019-07-01", "inMovingHousehold": "YES" }
          ],
          "concerns": [{ "item": { "id": "X1" }, "kind": "DOMESTIC_ABUSE", "about": ["P1"], "status": "OPEN" }],
          "claims": [{ "item": { "id": "C1" }, "text": { "text": "She said \"he waits\" outside.", "quotes": [{ "start": 9, "length": 8, "saidBy": "P1" }] }, "about": ["P1"], "risk": "HIGH" }],
          "decisions": [
            { "item": { "id": "D1", "source": { "agency": "leeds-social-care", "recordedAt": "2026-10-01T09:00:00Z" } }, "type": "PLAN_START", "children": ["P2"], "madeAt": "2026-10-01T09:30:00.5+01:00", "reasoning": { "text": "Because of C1." }, "evidenceRefs": ["C1"] }
          ],
          "documents": [{ "item": { "id": "F1" }, "kind": "CP_PLAN", "sha256": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "bytes": "1024" }]
        }
        """;

    internal static byte[] Bytes => Encoding.UTF8.GetBytes(Json);

    internal static string Alert => Json.Replace("FULL_TRANSFER", "NOTIFICATION", StringComparison.Ordinal);
}
