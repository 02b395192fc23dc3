using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;
using Kind = InfoSharing.V1.Act.Types.Kind;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class EveryActHasNameAndReasonTests
{
    private static readonly EveryActHasNameAndReason Rule = new();

    [Theory]
    [InlineData(Kind.Override)]
    [InlineData(Kind.Release)]
    [InlineData(Kind.BreakGlass)]
    public void An_act_with_a_name_a_time_and_a_reason_passes(Kind kind) => Done(kind).JudgedBy(Rule).Handover.ShouldBe(Report.Types.Handover.MayGo);

    [Fact]
    public void Each_thing_missing_is_named_at_once()
    {
        var report = new Act { Kind = Kind.BreakGlass }.JudgedBy(Rule);
        report.Lines().ShouldBe(["Refuse actor", "Refuse at", "Refuse reason", "Refuse role"]);
        report.Handover.ShouldBe(Report.Types.Handover.Refused);
    }

    [Theory]
    [InlineData("see file", 1)]
    [InlineData("n/a", 1)]
    [InlineData("Her mother rang at 02:10 and is outside the school.", 0)]
    public void A_reason_that_says_nothing_is_none(string reason, int findings)
    {
        var act = Done(Kind.Release);
        act.Reason.Text_ = reason;
        act.JudgedBy(Rule).Findings.Count.ShouldBe(findings);
    }

    [Theory]
    [InlineData(Kind.Send)]
    [InlineData(Kind.View)]
    public void Sending_and_viewing_have_it_from_the_signed_in_identity(Kind kind) => new Act { Kind = kind }.JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void A_transfer_is_not_judged_and_a_file_alone_cannot_tell()
    {
        Rule.Found(_ => { }).ShouldBeEmpty();
        Rule.CannotTell(Samples.Complete()).ShouldBeTrue();
    }

    private static Act Done(Kind kind) => new() { Kind = kind, Actor = "d.mirza", Role = "team manager", At = new(), Reason = Given.Written("The new worker must reach her before four.") };
}
