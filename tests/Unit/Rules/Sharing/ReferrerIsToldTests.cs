using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules.Sharing;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class ReferrerIsToldTests
{
    private static readonly ReferrerIsTold Rule = new();

    [Theory]
    [InlineData("2026-11-03T23:59:59Z", 0)]
    [InlineData("2026-11-04T00:00:00Z", 1)]
    public void After_one_working_day_somebody_is_told(string at, int findings) => Judge(Decided(), at).ShouldBe(Enumerable.Repeat("Escalate referrer_told", findings));

    [Theory]
    [InlineData("2026-11-03T10:00:00Z", 0)]
    [InlineData("2026-11-03T10:00:01Z", 1)]
    public void A_red_runs_in_hours(string at, int findings)
    {
        var hub = Decided();
        hub.BragHistory.Add(new MashDecision.Types.BragChange { To = Transfer.Types.Brag.Red });
        Judge(hub, at).Length.ShouldBe(findings);
    }

    [Fact]
    public void Told_or_why_not_passes()
    {
        var told = Decided();
        told.ReferrerTold = new() { At = new() };
        Judge(told, "2026-12-01T10:00:00Z").ShouldBeEmpty();
        told.ReferrerTold = new() { OrWhyNot = Given.Written("The caller would not leave a name.") };
        Judge(told, "2026-12-01T10:00:00Z").ShouldBeEmpty();
        told.ReferrerTold = new();
        Judge(told, "2026-12-01T10:00:00Z").Length.ShouldBe(1);
    }

    [Fact]
    public void Nothing_decided_nothing_to_tell() => Judge(new(), "2026-12-01T10:00:00Z").ShouldBeEmpty();

    [Fact]
    public void It_never_blocks() => Report(Decided(), "2026-12-01T10:00:00Z").Handover.ShouldBe(V1.Report.Types.Handover.MayGo);

    private static MashDecision Decided() => new() { DecidedAt = Timestamp.FromDateTimeOffset(Given.Now) };

    private static string[] Judge(MashDecision hub, string at) => Report(hub, at).Lines();

    private static Report Report(MashDecision hub, string at) =>
        new RuleSet("test", new DateOnly(2026, 1, 1), [Rule]).JudgeAct(hub, new JudgingContext { At = DateTimeOffset.Parse(at) });
}
