using InfoSharing.V1;

namespace InfoSharing.Tests.Families;

public sealed partial class FamilyMaker
{
    private void History()
    {
        var everybody = _made.Persons.Select(person => person.Ref).ToList();
        _made.Chronology.Add(new ChronologyEntry { Item = Id("E0"), On = On(-700), Kind = ChronologyEntry.Types.Kind.Contact, Persons = { everybody }, Text = Words(), ByAgency = _made.From.Agency });
        for (var i = 1; i <= _chance.Next(0, 12); i++)
        {
            var isIncident = Chance(60);
            var entry = new ChronologyEntry
            {
                Item = Id($"E{i}"), On = On(-_chance.Next(30, 650)), Kind = isIncident ? ChronologyEntry.Types.Kind.Incident : ChronologyEntry.Types.Kind.Visit,
                DomesticAbuse = isIncident && _abuse, ByAgency = _made.From.Agency, Home = _words.Pick(["h1", "h2", "h3"]), Text = Words(),
            };
            entry.Persons.Add(everybody.Where(_ => Chance(60)).DefaultIfEmpty("P1"));
            _made.Chronology.Add(entry);
        }
        for (var i = 1; i <= _chance.Next(0, 4); i++)
            _made.Referrals.Add(new Referral { Item = Id($"RF{i}"), On = On(-_chance.Next(30, 600)), Source = "6", About = { "P1" }, Children = { _children.Select(child => child.Ref) }, Home = "h1", Threshold = "child in need", RiskIdentifiedBy = Worker("officer"), Outcome = Words() });
        _made.PatternAnalyses.Add(new PatternAnalysis { Item = Id("PA1"), About = { everybody }, Text = Words(), MadeOn = On(-2), MadeBy = Worker("social worker") });
        for (var i = 1; i <= _chance.Next(0, 4); i++) _made.Claims.Add(Claimed($"CL{i}"));
    }

    private Claim Claimed(string id)
    {
        var claim = new Claim
        {
            Item = Id(id), Text = Words(), About = { "P1" }, ToldBy = "P1", SourceType = Claim.Types.SourceType.ToldUs, Subject = Claim.Types.Subject.Contact, SafeToSpeak = YesNo.Yes, ObservedOn = On(-12),
            Effect = _words.Pick([Claim.Types.Effect.Reassuring, Claim.Types.Effect.Concerning, Claim.Types.Effect.Neutral]), Risk = RiskLevel.Medium, Status = Claim.Types.Status.Open,
        };
        // An account that nobody could check is written down all the same; no decision rests on it.
        if (Chance(50)) claim.Corroboration = Claim.Types.Corroboration.Partial;
        else (claim.Corroboration, claim.Reliance) = (Claim.Types.Corroboration.None, Claim.Types.Reliance.NotReliedOn);
        return claim;
    }

    private void Decisions()
    {
        for (var i = 1; i <= _chance.Next(1, 5); i++)
        {
            var type = i == 1 ? Decision.Types.Type.PlanStart : _words.Pick([Decision.Types.Type.Threshold, Decision.Types.Type.Placement, Decision.Types.Type.Contact, Decision.Types.Type.StepDown, Decision.Types.Type.Other]);
            var decision = new Decision
            {
                Item = Id($"D{i}"), Type = type, Origin = Decision.Types.Origin.Ours, MadeAt = Stamp(-i), MadeBy = Worker("team manager"), Outcome = new() { Text_ = _words.Outcome(type.ToString()) },
                Reasoning = new() { Text_ = _words.Reasoning() }, Threshold = "likely significant harm", EvidenceRefs = { "E0" }, Alternatives = { Words() },
            };
            if (type == Decision.Types.Type.Threshold) (decision.RiskFrom, decision.RiskTo, decision.RiskDirection) = (RiskLevel.High, RiskLevel.Medium, Decision.Types.RiskDirection.Lowered);
            decision.Children.Add(_children.Where(_ => i == 1 || Chance(70)).Select(child => child.Ref));
            _made.Decisions.Add(decision);
        }
        if (!Chance(25)) return;
        _made.Decisions.Add(new Decision
        {
            Item = Id("D9"), Type = Decision.Types.Type.PlanEnd, Origin = Decision.Types.Origin.Inherited, Children = { _children[0].Ref }, Outcome = Words(),
            ReasoningUnknown = new() { AskedOf = "the last area", AskedOn = On(-20), Answer = Decision.Types.ReasoningUnknown.Types.Answer.NoneReceived, WhatWeAssume = Words() },
        });
    }
}
