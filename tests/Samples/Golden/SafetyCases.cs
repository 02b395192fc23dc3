using InfoSharing.V1;
using static InfoSharing.Tests.GoldenCases;

namespace InfoSharing.Tests;

/// <summary>Forced marriage, and what must not reach the wrong eyes.</summary>
internal static class SafetyCases
{
    public static IReadOnlyList<GoldenCase> All { get; } =
    [
        new("11", "FMPO to further order, the CIN plan is closing", CleanFm(t => t.Decisions.Add(Contract.Read<Decision>("""
            {
              "item": { "id": "D3" }, "type": "PLAN_END", "children": ["P2"], "origin": "OURS", "madeAt": "2026-10-30T10:00:00Z",
              "madeBy": { "name": "Daniel Mirza", "role": "team manager", "org": "leeds-social-care" },
              "outcome": { "text": "Zennor's plan ends at the move's first review." },
              "reasoning": { "text": "Zennor asked for fewer workers and has two whom she trusts. We weighed her wish against the fear for her and hold that adult safeguarding can carry it from there. If she misses two meetings, or anyone speaks of travel, we begin again." },
              "evidenceRefs": ["C1"],
              "alternatives": [{ "text": "Keep the plan until she is eighteen: she did not want it." }]
            }
            """))))
        {
            Fires = [Warn("IS-605", "decisions[D3].enforcement_after"), .. FmAdvice],
        },
        new("12", "FM feared, \"parents informed of transfer\"", CleanFm(t =>
            t.Told.Single(told => told.Person == "P1").Told_ = Told.Types.Answer.Yes))
        {
            Fires = [Refuse("IS-608", "told[TO1].risk_after_telling"), .. FmAdvice],
            MayGo = false,
        },
        new("17", "A family group conference was held in March", CleanFm(t =>
            t.ForcedMarriage.FamilyEvents.Add(Contract.Read<ForcedMarriage.Types.FamilyEvent>("""
                {
                  "item": { "id": "FE1", "handling": { "shareWithFamily": "NO" } }, "kind": "FAMILY_GROUP_CONFERENCE", "state": "HELD",
                  "on": "2026-03-19", "present": { "text": "Leofric, his brother, two aunts and Zennor." }
                }
                """))))
        {
            Fires = [Warn("IS-609", "forced_marriage.family_events[FE1].risk_after"), .. FmAdvice],
        },
        new("18", "Somebody typed the refuge's street", Clean(t =>
            t.Locations.Single(place => place.Kind == Location.Types.Kind.Refuge).AddressLines.Add("Mossgate Lodge, Hollowmere Lane")))
        {
            Fires = [Withhold("IS-816", "locations[LO1].address_lines")],
        },
        new("28", "An adopted child's birth name in a note", Clean(t => t.Claims.Add(Contract.Read<Claim>("""
            {
              "item": { "id": "C6", "handling": { "shareWithFamily": "NO", "dataClass": "ADOPTION_IDENTITY", "necessaryBecause": "a note of 2016" } },
              "text": { "text": "A half-brother of Leofric's was born Thaddeus Wynnstay and adopted." },
              "about": ["P6"], "sourceType": "COURT_RECORD", "subject": "OTHER", "effect": "NEUTRAL", "status": "CLOSED"
            }
            """))))
        {
            Fires = [Withhold("IS-810", "claims[C6]")],
        },
    ];
}
