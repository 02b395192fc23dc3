using InfoSharing.V1;
using InfoSharing.Validator.Rules.Reasoning;

namespace InfoSharing.Tests.Unit.Rules.Reasoning;

public sealed class DisagreementIsRecordedTests
{
    private static readonly DisagreementIsRecorded Rule = new();

    [Fact]
    public void A_disagreement_whose_view_is_recorded_passes() => Rule.Found(t => Disagree(t, "P2")).ShouldBeEmpty();

    [Fact]
    public void A_disagreement_without_one_warns_for_its_children() => Rule.Found(t =>
    {
        t.Decisions[1].Dissent.Clear();
        Disagree(t, "P3", "P2", "P1");
    }).ShouldBe(["Warn chronology[E20] child=P2,P3"]);

    [Fact]
    public void A_dissent_without_a_view_is_none() => Rule.Found(t =>
    {
        t.Decisions[1].Dissent[0].View = null;
        Disagree(t, "P2");
    }).ShouldBe(["Warn chronology[E20] child=P2"]);

    [Fact]
    public void A_disagreement_about_a_child_without_a_decision_is_not_asked() => Rule.Found(t =>
    {
        t.Decisions.Clear();
        Disagree(t, "P2");
    }).ShouldBeEmpty();

    private static void Disagree(Transfer transfer, params string[] persons) =>
        transfer.Chronology.Add(new ChronologyEntry { Item = Given.Id("E20"), On = "2026-10-29", Kind = ChronologyEntry.Types.Kind.Disagreement, Persons = { persons } });
}
