using InfoSharing.V1;
using static InfoSharing.V1.ForcedMarriage.Types;

namespace InfoSharing.Tests;

/// <summary>The clean FM transfer (rules.md d), as its differences from the clean transfer.</summary>
internal static class CompleteFmBuilder
{
    public static Transfer From(Transfer transfer)
    {
        transfer.Id = "019a9c64-9e15-7a66-b0c7-2d94f18a3e70";
        transfer.Kind = Transfer.Types.Kind.FullTransfer;
        AsChildrenInNeed(transfer);
        FearForP2(transfer);
        StopContact(transfer);
        AlertNobody(transfer);
        return transfer;
    }

    private static void AsChildrenInNeed(Transfer transfer)
    {
        foreach (var plan in transfer.Plans)
        {
            plan.Type = Plan.Types.Type.Cin;
            plan.Category = "";
        }

        var decision = transfer.Decisions[0];
        decision.Threshold = "child in need";
        decision.Alternatives[0] = Contract.Read<Text>("""{ "text": "Early help: too soon, a month after parting." }""");
        foreach (var document in transfer.Documents.Where(document => document.Kind == Document.Types.Kind.CpPlan))
        {
            document.Kind = Document.Types.Kind.Other;
        }
    }

    private static void FearForP2(Transfer transfer)
    {
        transfer.Concerns.Add(Contract.Read<Concern>("""
            { "item": { "id": "CN3", "handling": { "shareWithFamily": "NO" } }, "kind": "FORCED_MARRIAGE", "about": ["P2"], "status": "OPEN" }
            """));
        var marriage = transfer.ForcedMarriage;
        marriage.Considered.Single(considered => considered.Person == "P2").Answer = Considered.Types.Answer.Yes;
        marriage.Suspected.Add("P2");
        marriage.JointContact = Contract.Read<JointContact>("""
            {
              "police": { "name": "Rowena Stallard", "role": "forced marriage lead", "org": "leeds-police" },
              "socialCare": { "name": "Daniel Mirza", "role": "team manager", "org": "leeds-social-care" },
              "at": "2026-10-08T16:05:00Z"
            }
            """);
        marriage.Interpreters.Add(Contract.Read<Interpreter>("""
            {
              "item": { "id": "IN1", "handling": { "shareWithFamily": "NO" } },
              "for": "P2", "relation": "PROFESSIONAL", "state": "PLANNED", "on": "2026-11-06"
            }
            """));
        marriage.Fmpos.Add(Contract.Read<Fmpo>("""
            {
              "item": { "id": "FM1", "handling": { "shareWithFamily": "NO" } },
              "protected": "P2",
              "respondents": ["P6", "an aunt of P6"],
              "court": "Family Court at Leeds",
              "number": "LS26F00417",
              "madeOn": "2026-10-09",
              "untilFurtherOrder": true,
              "terms": { "text": "Nobody may take Zennor out of England and Wales, arrange or talk of a marriage for her, or hold her passport, which police keep." },
              "adultLead": { "name": "Marcus Ellery", "role": "adult safeguarding lead", "org": "Sandwell adult services" },
              "policeLead": { "name": "Rowena Stallard", "role": "forced marriage lead", "org": "leeds-police" }
            }
            """));
    }

    // P6 is a respondent of the protection order: the visits have stopped.
    private static void StopContact(Transfer transfer)
    {
        var visits = transfer.ContactArrangements.Single(contact => contact is { Child: "P2", Person: "P6" });
        visits.Kind = ContactArrangement.Types.Kind.None;
        visits.Frequency = "";
        visits.IntelligenceCheck = null;
    }

    private static void AlertNobody(Transfer transfer)
    {
        foreach (var group in new[] { "FAMILY", "EXTENDED_FAMILY", "COMMUNITY" })
        {
            transfer.DisclosureControls.MustNotAlert.Add(
                Contract.Read<DisclosureControls.Types.MustNotAlert>($$"""{ "group": "{{group}}", "setBy": "PERSON" }"""));
        }

        foreach (var told in transfer.Told.Where(told => told.Person != "P2"))
        {
            told.Told_ = Told.Types.Answer.NoUnsafe;
            told.By = null;
            told.On = "";
            told.Reason = Contract.Read<Text>("""{ "text": "Word could reach those who press Zennor to marry." }""");
        }

        transfer.SafeContact.Add(Contract.Read<SafeContact>("""
            {
              "item": { "id": "SC2", "handling": { "shareWithFamily": "NO" } },
              "person": "P2", "answer": "KNOWN", "safeToCall": "NO", "safeTimes": "Tuesdays and Fridays at lunch",
              "never": ["TEXT", "LETTER", "VOICEMAIL", "EMAIL", "VISIT"], "codeWord": "marigold",
              "interpreter": { "language": "English", "mustNotBe": ["anyone who knows the family"] },
              "via": "her youth worker, at the library"
            }
            """));
    }
}
