using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;
using Kind = InfoSharing.V1.Document.Types.Kind;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class ConferenceHasItsPapersTests
{
    private static readonly ConferenceHasItsPapers Rule = new();

    [Fact]
    public void All_papers_pass() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void What_is_missing_is_listed_for_each_child_and_owed_in_five_days()
    {
        var report = Given.Clean(t =>
        {
            Drop(t, Kind.ConferenceReport);
            t.Documents.Single(paper => paper.Kind == Kind.SpecialNeeds).About.Remove("P4");
        }).JudgedBy(Rule);
        report.Lines().ShouldBe(["Warn documents child=P2 list=CONFERENCE_REPORT", "Warn documents child=P3 list=CONFERENCE_REPORT", "Warn documents child=P4 list=CONFERENCE_REPORT,SPECIAL_NEEDS"]);
        report.OwedLines()[0].ShouldBe("documents child=P2 list=CONFERENCE_REPORT, 5 WorkingDays");
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
    }

    [Fact]
    public void Not_held_and_who_was_asked_answers() => Rule.Found(t =>
    {
        Drop(t, Kind.ConferenceReport);
        t.DocumentsNotHeld.Add(new DocumentNotHeld { Kind = Kind.ConferenceReport, AskedOf = "the conference office" });
    }).ShouldBeEmpty();

    [Fact]
    public void A_field_or_a_document_will_do()
    {
        Rule.Found(t => t.Accommodation.Rationale = null).ShouldAllBe(line => line.EndsWith("list=HOUSING_RATIONALE", StringComparison.Ordinal));
        Rule.Found(t =>
        {
            t.Accommodation.Rationale = null;
            t.Documents.Add(new Document { Kind = Kind.HousingRationale });
        }).ShouldBeEmpty();
        Rule.Found(t => Drop(t, Kind.CpPlan)).ShouldBeEmpty(); // its actions are written in the transfer
        Rule.Found(t => Drop(t, Kind.Assessment)).ShouldBeEmpty(); // so are each child's risks
        Rule.Found(t => t.Move.RiskEffectReason = null).Length.ShouldBe(3);
        Rule.Found(t => t.Chronology.Clear()).ShouldAllBe(line => line.EndsWith("list=CHRONOLOGY", StringComparison.Ordinal));
    }

    [Fact]
    public void A_child_without_a_child_protection_plan_needs_none() => Rule.Found(t =>
    {
        Drop(t, Kind.ConferenceReport);
        t.Plans[0].Type = Plan.Types.Type.Cin;
    }).Length.ShouldBe(2);

    [Fact]
    public void Another_kind_of_transfer_needs_none() => Rule.Found(t =>
    {
        Drop(t, Kind.ConferenceReport);
        t.Kind = Transfer.Types.Kind.FullTransfer;
    }).ShouldBeEmpty();

    [Fact]
    public void The_conference_cannot_accept_without_them()
    {
        var report = new Accepted { Children = { "P2", "P3" } }.JudgedBy(Rule, Given.Clean(t => t.Documents.Single(paper => paper.Kind == Kind.SpecialNeeds).About.Remove("P3")));
        report.Lines().ShouldBe(["Refuse documents child=P3 list=SPECIAL_NEEDS"]);
        report.ChildrenBlocked.ShouldBe(["P3"]);
    }

    [Fact]
    public void And_no_manager_overrides_it() => Rule.Card.Overridable.ShouldBeFalse();

    private static void Drop(Transfer transfer, Kind kind)
    {
        foreach (var paper in transfer.Documents.Where(paper => paper.Kind == kind).ToList()) transfer.Documents.Remove(paper);
    }
}
