namespace InfoSharing.Tests.Component.Cli;

/// <summary>Small transfers as JSON; the people are invented.</summary>
internal static class Cases
{
    private const string Parties = """
        "id": "019a9c64-7d20-7b31-8e55-4f0c2a6d9b17", "version": 1,
        "from": { "agency": "leeds-social-care", "agencyKind": "SOCIAL_CARE", "areaGss": "E08000035", "country": "ENG" },
        "lead": { "agency": "sandwell-social-care", "agencyKind": "SOCIAL_CARE", "areaGss": "E08000028", "country": "ENG" },
        """;

    private const string Family = """
        "persons": [
          { "ref": "P1", "roles": ["CHILD"], "names": [{ "given": "Tamsin Rose", "family": "Fenwick" }], "dateOfBirth": "2019-07-01", "inMovingHousehold": "YES" },
          { "ref": "P2", "roles": ["CHILD"], "names": [{ "given": "Jory", "family": "Fenwick" }], "dateOfBirth": "2021-03-09", "inMovingHousehold": "YES" }
        ],
        "concerns": [{ "item": { "id": "X1" }, "kind": "NEGLECT", "about": ["P1", "P2"], "status": "OPEN" }],
        "locations": [{ "item": { "id": "L1" }, "of": ["P1", "P2"], "kind": "REFUGE", "poBox": "PO Box 77", "addressLines": ["4 Trevanion Court"], "postcode": "B70 8AA" }]
        """;

    /// <summary>What a census holds: what was done and never why. No decision is recorded.</summary>
    internal const string Undecided = "{ \"kind\": \"FULL_TRANSFER\", " + Parties + Family + " }";

    /// <summary>A decision for one of two children.</summary>
    internal const string HalfDecided = "{ \"kind\": \"FULL_TRANSFER\", " + Parties + """
        "decisions": [{ "item": { "id": "D1" }, "type": "STEP_UP", "children": ["P1"] }],
        """ + Family + " }";

    internal const string Alert = """
        { "kind": "NOTIFICATION", "urgency": "CRISIS", "lead": { "agency": "sandwell-social-care", "areaGss": "E08000028" },
          "alert": { "worry": { "text": "Out all night." }, "whereNowOrLast": { "text": "By the gate." } },
          "persons": [{ "ref": "P1", "roles": ["CHILD"], "names": [{ "given": "Perran" }], "dateOfBirth": "about six" }] }
        """;
}
