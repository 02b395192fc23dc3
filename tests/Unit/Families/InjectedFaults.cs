using Google.Protobuf.Collections;
using InfoSharing.V1;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Families;

/// <summary>Sixty single faults, each as a person makes it at 17:55, and the rule meant for it.</summary>
internal static class InjectedFaults
{
    internal static IReadOnlyList<InjectedFault> All { get; } =
    [
        new("all decisions are left out", "IS-101", static t => Clear(t.Decisions)),
        new("one child is in no decision", "IS-101", static t => Child(t) is { } child && t.Children().Count > 1 && Each(t.Decisions, one => one.Children.Remove(child.Ref), one => one.Children.Contains(child.Ref)) && t.Decisions.Any(one => one.Children.Count > 0)),
        new("a decision says nothing of why", "IS-102", static t => Key(t) is { } one && Do(() => one.Reasoning = null)),
        new("a decision says \"see file\"", "IS-102", static t => Key(t) is { } one && Do(() => one.Reasoning = Words("See file."))),
        new("a decision's why is its what", "IS-102", static t => Key(t) is { } one && Do(() => one.Reasoning = Words(one.Outcome.Text_))),
        new("two decisions have the same why", "IS-102", static t => t.Decisions.Where(one => IsKey(one)).Take(2).ToList() is [var one, var other] && Do(() => other.Reasoning = one.Reasoning.Clone())),
        new("a decision's why is three words", "IS-102", static t => Key(t) is { } one && Do(() => one.Reasoning = Words("Risk has fallen."))),
        new("nobody made a decision", "IS-103", static t => Key(t) is { } one && Do(() => one.MadeBy = null)),
        new("risk is lowered without evidence", "IS-104", static t => t.Decisions.FirstOrDefault(one => one.RiskDirection == Decision.Types.RiskDirection.Lowered) is { } one && Do(one.EvidenceRefs.Clear)),
        new("a closure passes over a high risk", "IS-105", static t => Key(t) is { } one && Do(() => { one.Type = Decision.Types.Type.Closure; t.Claims.Add(new Claim { Item = Id("CX"), Text = Words("He waits at the school."), About = { one.Children }, Effect = Claim.Types.Effect.Concerning, Status = Claim.Types.Status.Open, Risk = RiskLevel.High }); })),
        new("a step down considered nothing else", "IS-106", static t => Key(t) is { } one && Do(() => { one.Type = Decision.Types.Type.StepDown; one.Alternatives.Clear(); })),
        new("a partner's disagreement is passed over", "IS-107", static t => Key(t) is { } one && Do(() => t.Chronology.Add(new ChronologyEntry { Item = Id("EX"), On = "2026-10-30", Kind = ChronologyEntry.Types.Kind.Disagreement, Persons = { one.Children }, Text = Words("Police would keep the level.") }))),
        new("something happened after the decision", "IS-108", static t => Child(t) is { } child && t.Decisions.Any(one => one.Children.Contains(child.Ref)) && Do(() => t.Chronology.Add(new ChronologyEntry { Item = Id("EX"), On = "2026-11-02", Kind = ChronologyEntry.Types.Kind.Incident, Persons = { child.Ref }, Text = Words("He came to the door.") })) && Do(() => { foreach (var one in t.Decisions) one.MadeAt = new() { Seconds = 1_790_000_000 }; })),
        new("nobody asked the last area", "IS-110", static t => t.Decisions.FirstOrDefault(one => one.ReasoningUnknown is not null) is { } one && Do(() => one.ReasoningUnknown.AskedOf = "")),
        new("a parent's past is not answered", "IS-201", static t => Explored(t, RelationshipExploration.Types.Period.Previous) is { } one && t.RelationshipExploration.Remove(one)),
        new("whether she is with somebody now is not answered", "IS-202", static t => Explored(t, RelationshipExploration.Types.Period.Current) is { } one && t.RelationshipExploration.Remove(one)),
        new("explored, by nobody", "IS-203", static t => t.RelationshipExploration.FirstOrDefault(one => one.ExploredBy is not null) is { } one && Do(() => one.ExploredBy = null)),
        new("not explored, and nobody will", "IS-204", static t => t.RelationshipExploration.FirstOrDefault(one => one.NextBy is not null) is { } one && Do(() => one.NextBy = null)),
        new("none known, he said", "IS-205", static t => t.RelationshipExploration.FirstOrDefault(one => one.Status == RelationshipExploration.Types.Status.NoneKnown) is { } one && Do(() => { one.Methods.Clear(); one.Methods.Add(RelationshipExploration.Types.Method.AskedInPerson); one.AgenciesChecked.Clear(); })),
        new("contact with a father who hurt her is not spoken of", "IS-206", static t => t.ContactArrangements.Count > 0 && Do(() => t.ContactArrangements.RemoveAt(0))),
        new("contact goes on and police were not asked", "IS-207", static t => t.ContactArrangements.FirstOrDefault(one => one.IntelligenceCheck is not null) is { } one && Do(() => one.IntelligenceCheck = null)),
        new("the police check is two years old", "IS-208", static t => t.ContactArrangements.FirstOrDefault(one => one.IntelligenceCheck?.Date.Length > 0) is { } one && Do(() => one.IntelligenceCheck.Date = "2024-10-01")),
        new("the chronology is empty", "IS-301", static t => t.Kind is Kind.FullTransfer or Kind.CpTransferIn && Clear(t.Chronology)),
        new("five reports and no word of what they mean", "IS-302", static t => t.Persons.FirstOrDefault(one => one.Roles.Contains(Role.Victim)) is { } victim && Do(() => Reports(t, victim.Ref, 5))),
        new("risk rests on what he told us", "IS-305", static t => t.Persons.FirstOrDefault(one => one.Roles.Contains(Role.AllegedPerpetrator)) is { } he && Do(() => t.Claims.Add(Reassuring(he.Ref)))),
        new("risk was lowered on an account alone", "IS-305", static t => t.Decisions.FirstOrDefault(one => one.RiskDirection == Decision.Types.RiskDirection.Lowered) is { } one && Do(() => { t.Claims.Add(Reassuring("P1")); one.EvidenceRefs.Clear(); one.EvidenceRefs.Add("CX"); })),
        new("the victim was offered nothing", "IS-306", static t => t.Persons.Any(one => one.Roles.Contains(Role.Victim)) && Do(() => { var kept = t.Support.Where(one => one.For != "P1").ToList(); t.Support.Clear(); t.Support.Add(kept); })),
        new("support was declined, and why is not said", "IS-307", static t => t.Support.Count > 0 && Do(() => { t.Support[0].Engagement = V1.Support.Types.Engagement.Declined; t.Support[0].Barriers = null; })),
        new("therapy was declined for good", "IS-308", static t => Child(t) is { } child && Do(() => t.Support.Add(new V1.Support { Item = Id("SX"), For = child.Ref, Type = V1.Support.Types.Type.Therapeutic, Engagement = V1.Support.Types.Engagement.Declined, Barriers = Words("The room.") }))),
        new("work in progress is not named", "IS-309", static t => Clear(t.OngoingWork)),
        new("one child has no assessment", "IS-401", static t => Child(t) is { } child && !child.Roles.Contains(Role.Parent) && Do(() => t.ChildAssessments.Remove(t.ChildAssessments.Single(one => one.Child == child.Ref)))),
        new("two children have the same words", "IS-402", static t => t.ChildAssessments.Where(one => one.NotAssessed is null && Born(t, one.Child)).Take(2).ToList() is [var one, var other] && Do(() => other.Needs = Words(one.Needs.Text_.Replace(Name(t, one.Child), Name(t, other.Child), StringComparison.Ordinal)))),
        new("a toddler's tool was used for a teenager", "IS-404", static t => Child(t) is { } child && t.ChildAssessments.Single(one => one.Child == child.Ref) is { } one && Do(() => one.Tool = new() { Name = "A tool", AgeFrom = 30, AgeTo = 40 })),
        new("nobody says what a child says", "IS-405", static t => t.ChildAssessments.FirstOrDefault(one => one.Voice is not null) is { } one && Do(() => one.Voice = null)),
        new("what it has been like for a child is blank", "IS-407", static t => t.ChildAssessments.FirstOrDefault(one => one.DaExperience is not null && one.Unborn is null) is { } one && Do(() => one.DaExperience = null)),
        new("nobody at the hospital expects the baby", "IS-408", static t => t.ChildAssessments.FirstOrDefault(one => one.Unborn is not null) is { } one && t.Persons.Single(person => person.Ref == one.Child) is { } unborn && Do(() => { one.Unborn.BirthPlan = null; unborn.ExpectedOn = "2026-12-20"; })),
        new("a baby's crying and sleep are not spoken of", "IS-410", static t => t.ChildAssessments.FirstOrDefault(one => one.Baby is not null && one.DaExperience is not null) is { } one && Do(() => one.Baby.CryingFeedingSleep = null)),
        new("a parent of sixteen is not a child", "IS-501", static t => t.Persons.FirstOrDefault(one => one.Roles.Contains(Role.Parent) && one.Roles.Contains(Role.Child)) is { } one && one.Roles.Remove(Role.Child)),
        new("nobody takes over at eighteen", "IS-505", static t => t.ChildAssessments.FirstOrDefault(one => one.TransitionPlan is not null) is { } one && Do(() => one.TransitionPlan.WhoTakesOver = null)),
        new("police were not in it from the start", "IS-601", static t => t.ForcedMarriage.JointContact is not null && Do(() => t.ForcedMarriage.JointContact.Police = null)),
        new("a boy's missing school asks nothing", "IS-602", static t => t.Persons.FirstOrDefault(one => one.Education == Person.Types.Education.Types.Status.InSchool) is { } one && Do(() => { one.Education = Person.Types.Education.Types.Status.Missing; Forget(t, one.Ref); })),
        new("one of the children was not thought of", "IS-603", static t => t.ForcedMarriage.Considered.Count > 1 && Do(() => t.ForcedMarriage.Considered.RemoveAt(0))),
        new("the community is not among those who must not hear", "IS-607", static t => t.DisclosureControls.MustNotAlert.Count == 3 && Do(() => t.DisclosureControls.MustNotAlert.RemoveAt(2))),
        new("the parents are to be told", "IS-608", static t => t.ForcedMarriage.Suspected.Count > 0 && t.Told.FirstOrDefault(one => one.Person == "P1") is { } one && Do(() => one.PlannedFor = "2026-11-09")),
        new("mediation is planned", "IS-609", static t => t.ForcedMarriage.Suspected.Count > 0 && Do(() => t.ForcedMarriage.FamilyEvents.Add(new ForcedMarriage.Types.FamilyEvent { Item = Id("FX"), Kind = ForcedMarriage.Types.FamilyEvent.Types.Kind.Mediation, State = ForcedMarriage.Types.FamilyEvent.Types.State.Planned }))),
        new("an uncle interprets", "IS-610", static t => t.ForcedMarriage.Interpreters.Count > 0 && Do(() => t.ForcedMarriage.Interpreters[0].Relation = ForcedMarriage.Types.Interpreter.Types.Relation.Relative)),
        new("nobody is named as causing harm", "IS-701", static t => t.Persons.Where(one => one.Roles.Contains(Role.AllegedPerpetrator)).ToList() is { Count: > 0 } they && Do(() => they.ForEach(one => { one.Roles.Clear(); one.Roles.Add(Role.SignificantAdult); }))),
        new("where he is now is not said", "IS-703", static t => t.Perpetrators.Count > 0 && Do(() => t.Perpetrators[0].Whereabouts = null)),
        new("a reasoning asks why she did not leave", "IS-705", static t => Key(t) is { } one && Do(() => one.Reasoning = Words(one.Reasoning.Text_ + " Why didn't she leave?"))),
        new("what parting changes is not said", "IS-706", static t => t.Relationships.FirstOrDefault(one => one.SeparationPlanned == YesNo.Yes) is { } one && t.Decisions.Any(decision => decision.RiskDirection == Decision.Types.RiskDirection.Lowered && decision.Children.Count > 0) && Do(() => one.PostSeparationRisk = null)),
        new("the review after the crisis is not booked", "IS-709", static t => t.Urgency == Transfer.Types.Urgency.Crisis && Do(() => t.CrisisReviewOn = "")),
        new("the basis in law is blank", "IS-801", static t => Do(() => t.LawfulBasis.Basis = LawfulBasis.Types.Basis.Unspecified)),
        new("whether the mother knows is not said", "IS-804", static t => t.Told.FirstOrDefault(one => one.Person == "P1") is { } one && t.Told.Remove(one)),
        new("the new duty is named before its day", "IS-807", static t => Do(() => t.LawfulBasis.Basis = LawfulBasis.Types.Basis.Ca2004S16La)),
        new("a refuge's street is typed in", "IS-816", static t => Do(() => t.Locations.Add(new Location { Item = Id("LX"), Kind = Location.Types.Kind.Refuge, Of = { "P1" }, AddressLines = { "Mossgate Lodge", "Hollowmere Lane" } }))),
        new("how to reach her safely is not said", "IS-818", static t => t.SafeContact.Count > 0 && Do(() => t.SafeContact.RemoveAt(0))),
        new("an order moves by itself", "IS-913", static t => t.Court.Orders.Count > 0 && Do(() => t.Court.Orders[0].MovesBy = Court.Types.Order.Types.MovesBy.Unspecified)),
        new("a child was not seen since the move", "IS-914", static t => t.SeenSinceMove.Count > 0 && Do(() => t.SeenSinceMove.RemoveAt(0))),
        new("a child has no practice and no school", "IS-907", static t => t.Registrations.Count > 0 && Clear(t.Registrations)),
        new("police say nothing of bail", "IS-P02", static t => t.From.AgencyKind == AgencyKind.Police && t.Persons.Any(one => one.Roles.Contains(Role.AllegedPerpetrator)) && t.NotHeld.Remove(t.NotHeld.Single(one => one.What == NotHeld.Types.What.Bail))),
    ];

    private static bool Do(Action change)
    {
        change();
        return true;
    }

    private static bool Clear<T>(RepeatedField<T> all) => all.Count > 0 && Do(all.Clear);

    private static bool Each<T>(IEnumerable<T> all, Action<T> change, Func<T, bool> where) => all.Where(where).ToList() is { Count: > 0 } some && Do(() => some.ForEach(change));

    private static List<Person> Children(this Transfer t) => [.. t.Persons.Where(one => one.Roles.Contains(Role.Child) || one.Roles.Contains(Role.Unborn))];

    private static Person? Child(Transfer t) => t.Persons.FirstOrDefault(one => one.Roles.Contains(Role.Child));

    private static bool IsKey(Decision one) => one.Type is not (Decision.Types.Type.Other or Decision.Types.Type.StepUp or Decision.Types.Type.S47 or Decision.Types.Type.Unspecified) && one.ReasoningUnknown is null;

    private static Decision? Key(Transfer t) => t.Decisions.FirstOrDefault(IsKey);

    private static RelationshipExploration? Explored(Transfer t, RelationshipExploration.Types.Period period) => t.RelationshipExploration.FirstOrDefault(one => one.Adult == "P1" && one.Period == period);

    private static bool Born(Transfer t, string child) => t.Persons.Single(one => one.Ref == child).Names.Count > 0;

    private static string Name(Transfer t, string child) => t.Persons.Single(one => one.Ref == child).Names[0].Given;

    private static void Forget(Transfer t, string child)
    {
        if (t.ForcedMarriage.Considered.FirstOrDefault(one => one.Person == child) is { } one) t.ForcedMarriage.Considered.Remove(one);
    }

    private static void Reports(Transfer t, string person, int count)
    {
        t.PatternAnalyses.Clear();
        for (var i = 1; i <= count; i++)
            t.Chronology.Add(new ChronologyEntry { Item = Id($"EX{i}"), On = $"2026-0{i + 3}-10", Kind = ChronologyEntry.Types.Kind.Incident, DomesticAbuse = true, Persons = { person }, Text = Words("Police came.") });
    }

    private static Claim Reassuring(string toldBy) => new()
    {
        Item = Id("CX"), Text = Words("It is quiet now."), About = { "P1" }, ToldBy = toldBy, SourceType = Claim.Types.SourceType.ToldUs, Effect = Claim.Types.Effect.Reassuring, Corroboration = Claim.Types.Corroboration.None,
        Status = Claim.Types.Status.Open,
    };

    private static Text Words(string words) => new() { Text_ = words };

    private static Item Id(string id) => new() { Id = id };
}
