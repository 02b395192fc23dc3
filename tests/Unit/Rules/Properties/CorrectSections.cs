using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Rules.Properties;

/// <summary>Sections as a careful worker writes them, each whole in itself, about the children P2 to P4 of the clean transfer.</summary>
internal static class CorrectSections
{
    /// <summary>Each with its name.</summary>
    internal static IReadOnlyList<(string Name, Action<Transfer> Add)> All { get; } =
    [
        ("a second assessment of a child", static t => t.ChildAssessments.Add(new ChildAssessment { Item = Given.Id("Z1"), Child = "P3", StartedOn = "2026-09-21", AuthorisedOn = "2026-10-16", Needs = Given.Written("Time with his mentor on the pitch, and one adult at school who knows what June was like.") })),
        ("an entry of the chronology", static t => t.Chronology.Add(new ChronologyEntry { Item = Given.Id("Z2"), On = "2026-10-26", Kind = ChronologyEntry.Types.Kind.Visit, Persons = { "P2" }, Text = Given.Written("Seen at the library, alone; she talked of art college.") })),
        ("an observation", static t => t.Claims.Add(new Claim { Item = Given.Id("Z3"), Text = Given.Written("He ate a whole plate and asked for more."), About = { "P4" }, SourceType = Claim.Types.SourceType.ProfessionalObservation, Effect = Claim.Types.Effect.Neutral, Status = Claim.Types.Status.Open })),
        ("a visit since the move", static t => t.SeenSinceMove.Add(new SeenSinceMove { Item = Given.Id("Z4"), Child = "P2", On = "2026-10-29", By = Given.Worker, Alone = YesNo.Yes })),
        ("support that went well", static t => t.Support.Add(new V1.Support { Item = Given.Id("Z5"), For = "P1", Type = V1.Support.Types.Type.DaSpecialist, OfferedOn = "2026-10-20", Engagement = V1.Support.Types.Engagement.Good })),
        ("work that goes on", static t => t.OngoingWork.Add(new OngoingWork { Item = Given.Id("Z6"), For = "P4", Text = Given.Written("Speech and language at the nursery."), Lead = Given.Worker })),
        ("an action for an agency", static t => t.Plans[0].Actions.Add(new Plan.Types.Action { Text = Given.Written("Police ring before each visit."), ByRole = Plan.Types.Action.Types.ByRole.Agency, Towards = "P5" })),
        ("a decision with its reasons", static t => t.Decisions.Add(Decided())),
        ("what a condition says", static t => t.Conditions.Add(new Condition { Item = Given.Id("Z7"), Person = "P5", Kind = Condition.Types.Kind.Bail, Terms = Given.Written("Not within the county."), EndsOn = "2027-01-31" })),
        ("an earlier area that answered", static t => t.Moves.Add(new EarlierArea { Item = Given.Id("Z8"), AreaGss = "E08000032", Country = Party.Types.Country.Eng, From = "2007-01-01", To = "2009-01-04", WhatKnown = Given.Written("A health visitor's notes of 2008.") })),
        ("a document", static t => t.Documents.Add(new Document { Item = Given.Id("Z9"), Kind = Document.Types.Kind.Other, About = { "P2" }, MadeOn = "2026-10-20" })),
        ("a paper that is not held", static t => t.DocumentsNotHeld.Add(new DocumentNotHeld { Kind = Document.Types.Kind.SpecialNeeds, About = { "P2" }, Why = Given.Written("Held by the school."), AskedOf = "the school", AskedOn = "2026-10-20" })),
        ("somebody told", static t => t.Told.Add(new Told { Item = Given.Id("Z10"), Person = "P4", Told_ = Told.Types.Answer.NoNotYet, Reason = Given.Written("He is two.") })),
        ("a safe way to reach a child", static t => t.SafeContact.Add(new SafeContact { Item = Given.Id("Z11"), Person = "P2", Answer = SafeContact.Types.Answer.Known, SafeToCall = YesNo.No, Via = "her youth worker" })),
        ("a registration", static t => t.Registrations.Add(new Registration { Item = Given.Id("Z12"), Child = "P4", Kind = Registration.Types.Kind.Nursery, Status = Registration.Types.Status.Applied })),
        ("a pattern of somebody else", static t => t.PatternAnalyses.Add(new PatternAnalysis { Item = Given.Id("Z13"), About = { "P6" }, Text = Given.Written("Two orders, then nothing since 2020."), MadeOn = "2026-10-28", MadeBy = Given.Worker })),
        ("an answer about a new school", static t => t.Encompass.Add(new Encompass { Item = Given.Id("Z14"), Incident = "E5", Child = "P3", School = Encompass.Types.School.New, Notified = YesNo.Yes, On = "2026-10-16" })),
        ("a talk of two teams", static t => t.JointDiscussions.Add(new JointDiscussion { Item = Given.Id("Z15"), About = { "P2", "P3" }, HeldOn = "2026-10-20", Attendees = { Given.Worker } })),
        ("contact that was ruled out", static t => t.ContactArrangements.Add(new ContactArrangement { Item = Given.Id("Z16"), Child = "P4", Person = "P6", Kind = ContactArrangement.Types.Kind.None, SetBy = ContactArrangement.Types.SetBy.Agency })),
        ("a relationship explored again", static t => t.RelationshipExploration.Add(new RelationshipExploration { Item = Given.Id("Z17"), Adult = "P1", Period = RelationshipExploration.Types.Period.Previous, Status = RelationshipExploration.Types.Status.Explored, ExploredBy = Given.Worker, ExploredOn = "2026-10-20", Methods = { RelationshipExploration.Types.Method.PoliceCheck } })),
        ("a concern that is closed", static t => t.Concerns.Add(new Concern { Item = Given.Id("Z18"), Kind = Concern.Types.Kind.Neglect, About = { "P3" }, Status = Concern.Types.Status.Closed })),
        ("a refusal to share with its reason", static t => t.NotShared.Add(new NotShared { Item = Given.Id("Z19"), AskedBy = "leeds-housing", What = Given.Written("The school's name."), DetrimentReason = Given.Written("A cousin works there.") })),
    ];

    private static Decision Decided()
    {
        var decision = Given.Decision("Z20", Decision.Types.Type.Contact, Given.LongReasoning, "P4");
        decision.MadeAt = new() { Seconds = 1_793_268_000 };
        decision.Alternatives.Add(Given.Written("Visits at a centre: he was afraid of it."));
        return decision;
    }
}
