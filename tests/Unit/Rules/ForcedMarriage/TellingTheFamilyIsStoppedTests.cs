using InfoSharing.V1;
using InfoSharing.Validator.Rules.ForcedMarriage;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class TellingTheFamilyIsStoppedTests
{
    private static readonly TellingTheFamilyIsStopped Rule = new();

    [Fact]
    public void Nobody_told_and_nobody_to_be_told_passes() => Rule.FoundInFm(_ => { }).ShouldBeEmpty();

    [Fact]
    public void A_plan_to_tell_is_refused_and_no_manager_overrides_it()
    {
        var report = Given.CleanFm(t =>
        {
            ToldOf(t, "P1").PlannedFor = "2026-11-10";
            t.Overrides.Add(Override());
        }).JudgedBy(Rule);
        report.Lines().ShouldBe(["Refuse told[TO1].planned_for person=P2"]);
        report.Findings[0].OverriddenBy.ShouldBeEmpty();
        report.OverridesNotTaken.ShouldHaveSingleItem().Why.ShouldBe(OverrideNotTaken.Types.Why.NeverOverridden);
    }

    [Fact]
    public void Somebody_who_was_told_is_refused_until_it_is_said_what_was_done_since()
    {
        Rule.FoundInFm(t => ToldOf(t, "P1").Told_ = Told.Types.Answer.Yes).ShouldBe(["Refuse told[TO1].risk_after_telling person=P2"]);
        Rule.FoundInFm(t => (ToldOf(t, "P1").Told_, ToldOf(t, "P1").RiskAfterTelling) = (Told.Types.Answer.Yes, Given.Written("She is at the refuge; police have her passport."))).ShouldBeEmpty();
    }

    [Fact]
    public void What_has_happened_a_manager_may_override()
    {
        var report = Given.CleanFm(t =>
        {
            ToldOf(t, "P1").Told_ = Told.Types.Answer.Yes;
            t.Overrides.Add(Override());
        }).JudgedBy(Rule);
        report.Findings.ShouldHaveSingleItem().OverriddenBy.ShouldBe("overrides[0]");
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
    }

    [Fact]
    public void A_day_that_was_kept_is_no_plan() => Rule.FoundInFm(t =>
    {
        var told = ToldOf(t, "P1");
        (told.Told_, told.PlannedFor, told.RiskAfterTelling) = (Told.Types.Answer.Yes, "2026-10-10", Given.Written("A safe place since."));
    }).ShouldBeEmpty();

    [Fact]
    public void The_person_at_risk_may_be_told() => Rule.FoundInFm(t => ToldOf(t, "P2").Told_ = Told.Types.Answer.Yes).ShouldBeEmpty();

    [Fact]
    public void Somebody_judged_to_be_safe_may_be_told() => Rule.FoundInFm(t =>
    {
        ToldOf(t, "P1").Told_ = Told.Types.Answer.Yes;
        t.DisclosureControls.MustNotAlert[^1].Except.Add("P1");
    }).ShouldBeEmpty();

    [Fact]
    public void Where_nobody_is_feared_for_nothing_is_asked() => Rule.Found(t => t.Told[3].PlannedFor = "2026-11-10").ShouldBeEmpty();

    private static Told ToldOf(Transfer transfer, string person) => transfer.Told.Single(one => one.Person == person);

    private static Override Override() => new()
    {
        RuleId = "IS-608", Reason = Given.Written("Her mother learned of it from the school; the plan for that night is in the log, and I will write it up with police."),
        By = new() { Name = "Daniel Mirza", Role = "team manager" }, At = new() { Seconds = 1_793_612_000 }, RightBy = "2026-11-16",
    };
}
