using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class MaracPapersFollowTests
{
    private static readonly MaracPapersFollow Rule = new();

    [Fact]
    public void Papers_and_people_pass() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void What_is_missing_is_listed_and_owed_in_five_days()
    {
        var report = Given.Clean(t =>
        {
            (t.Marac.Minutes, t.Marac.ActionPlan, t.Marac.NewMaracTold, t.Marac.IdvaTo, t.Marac.VictimKnowsNewIdva) = ("", "", null, null, default);
        }).JudgedBy(Rule);
        report.Lines().ShouldBe(["Warn marac list=minutes,action_plan,new_marac_told,idva_to,victim_knows_new_idva victim=P1"]);
        report.OwedLines()[0].ShouldEndWith("5 WorkingDays");
    }

    [Fact]
    public void Papers_that_are_not_held_are_said_so() => Rule.Found(t =>
    {
        t.Marac.Minutes = "";
        t.DocumentsNotHeld.Add(new DocumentNotHeld { Kind = Document.Types.Kind.MaracMinutes });
    }).ShouldBeEmpty();

    [Theory]
    [InlineData("2025-11-03", 1)]
    [InlineData("2025-11-02", 0)]
    [InlineData("", 0)]
    public void Only_under_twelve_months(string heard, int findings) => Rule.Found(t => (t.Marac.Minutes, t.Marac.LastHeardOn) = ("", heard)).Length.ShouldBe(findings);

    [Fact]
    public void Without_an_IDVA_before_none_is_asked_for() => Rule.Found(t => (t.Marac.IdvaFrom, t.Marac.IdvaTo) = (null, null)).ShouldBeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    [InlineData(24)]
    public void The_score_of_a_checklist_silences_nothing(int yes) => Rule.Found(t =>
    {
        t.Marac.Minutes = "";
        t.Marac.Dash.Clear();
        for (var question = 1; question <= yes; question++) t.Marac.Dash.Add(new Marac.Types.DashAnswer { Question = (uint)question, Answer = YesNo.Yes });
    }).Length.ShouldBe(1);
}
