using InfoSharing.V1;
using static InfoSharing.Tests.GoldenCases;

namespace InfoSharing.Tests;

/// <summary>Decisions and their reasons; what people told us; patterns; the words of the record.</summary>
internal static class ReasoningCases
{
    public static IReadOnlyList<GoldenCase> All { get; } =
    [
        new("1a", "Sandwell is sent a family with no decision", Clean(t => t.Decisions.Clear()))
        {
            Fires = [Refuse("IS-101", "decisions")],
            MayGo = false,
        },
        new("1b", "\"Plan continues\", and why is not said", Clean(WithoutReasons))
        {
            Fires = [Refuse("IS-102", "decisions[D1].reasoning")],
            MayGo = false,
        },
        new("5", "Four police reports in 12 months", Clean(t => t.PatternAnalyses.Single(p => p.About.Contains("P5")).Text = null))
        {
            Fires = [Refuse("IS-302", "pattern_analyses")],
            MayGo = false,
        },
        new("6", "\"He has not been round since June\", risk lowered on it", Clean(t =>
        {
            var told = t.Claims.Single(c => c.Item.Id == "C3");
            told.Corroboration = Claim.Types.Corroboration.None;
            told.CorroboratingRefs.Clear();
        }))
        {
            Fires = [Refuse("IS-305", "claims[C3].corroboration")],
            MayGo = false,
        },
        new("15", "A neighbour's words, quoted", Clean(t => Add(t, " A neighbour said, \"why didn't she leave?\""))),
        new("15b", "Its twin without the marks", Clean(t => Add(t, " A neighbour said, why didn't she leave?")))
        {
            Fires = [Warn("IS-705", "decisions[D1].reasoning")],
        },
        new("16", "Bradford, Leeds, Sandwell; Bradford's reasons asked for, none came", Clean(t =>
        {
            t.Moves[0].From = "2025-01-20";
            t.Moves.Insert(0, Contract.Read<EarlierArea>("""
                { "item": { "id": "MV2" }, "areaGss": "E08000032", "country": "ENG", "from": "2009-01-05", "to": "2025-01-19" }
                """));
            t.Decisions.Add(Inherited("""
                "askedOf": "the Bradford records office", "askedOn": "2026-10-13", "answer": "NONE_RECEIVED",
                """));
        }))
        {
            Fires = [Warn("IS-915", "moves[MV2]"), Advise("IS-110", "decisions[D3].reasoning_unknown")],
        },
        new("19", "Inherited, and nobody asked yet", Clean(t => t.Decisions.Add(Inherited(""))))
        {
            Fires = [Warn("IS-110", "decisions[D3].reasoning_unknown")],
        },
        new("26", "\"I have stopped drinking\", he says", Clean(t => t.Claims.Add(Contract.Read<Claim>("""
            {
              "item": { "id": "C6", "handling": { "shareWithFamily": "NO" } },
              "text": { "text": "Corwin said: \"I have stopped drinking.\"", "quotes": [{ "start": 14, "length": 23, "saidBy": "P5" }] },
              "about": ["P5"], "toldBy": "P5", "sourceType": "TOLD_US", "subject": "SOBRIETY", "effect": "REASSURING",
              "corroboration": "NONE", "observedOn": "2026-10-07", "status": "OPEN"
            }
            """))))
        {
            Fires = [Refuse("IS-305", "claims[C6].corroboration")],
            MayGo = false,
        },
        new("29", "The worker is dead, the records burnt; the manager decides", Clean(t =>
        {
            WithoutReasons(t);
            t.Overrides.Add(Contract.Read<Override>("""
                {
                  "ruleId": "IS-102", "field": "decisions[D1].reasoning",
                  "reason": { "text": "The worker who wrote the reasons has died and the paper file burnt in September. I weighed waiting against the children having no worker in the new area, and hold the move to be the greater good. I will rebuild the reasons from the conference notes." },
                  "by": { "name": "Daniel Mirza", "role": "team manager", "org": "leeds-social-care" },
                  "at": "2026-11-02T09:30:00Z", "rightBy": "2026-11-16"
                }
                """));
        }))
        {
            Fires = [Refuse("IS-102", "decisions[D1].reasoning")],
            Owed = ["IS-102"],
            OverriddenRule = "IS-102",
        },
    ];

    private static void WithoutReasons(Transfer transfer) => transfer.Decisions.Single(d => d.Item.Id == "D1").Reasoning = null;

    private static void Add(Transfer transfer, string words) =>
        transfer.Decisions.Single(d => d.Item.Id == "D1").Reasoning.Text_ += words;

    private static Decision Inherited(string asked) => Contract.Read<Decision>($$"""
        {
          "item": { "id": "D3" }, "type": "PLAN_END", "children": ["P2", "P3"], "origin": "INHERITED",
          "outcome": { "text": "Bradford ended the plans of Zennor and Caspian in 2021." },
          "reasoningUnknown": {
            {{asked}}
            "whatWeAssume": { "text": "That it followed Leofric leaving the city; we put no weight on it." }
          }
        }
        """);
}
