using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class ArrivalIsAcknowledgedTests
{
    private static readonly ArrivalIsAcknowledged Rule = new();

    [Theory]
    [InlineData("2026-11-03T23:59:59Z", 0)]
    [InlineData("2026-11-04T00:00:00Z", 1)]
    public void After_one_working_day_somebody_is_told(string at, int findings) => Judge(at, new()).ShouldBe(Enumerable.Repeat("Escalate kind date=2026-11-03", findings));

    [Theory]
    [InlineData("2026-11-02T11:00:00Z", 0)]
    [InlineData("2026-11-02T11:00:01Z", 1)]
    public void A_crisis_runs_in_an_hour(string at, int findings) => Judge(at, new(), t => t.Urgency = Transfer.Types.Urgency.Crisis).ShouldBe(Enumerable.Repeat("Escalate kind date=2026-11-02", findings));

    [Fact]
    public void A_red_runs_so_too() => Judge("2026-11-02T11:00:01Z", new(), t => t.Brag = Transfer.Types.Brag.Red).Length.ShouldBe(1);

    [Fact]
    public void Both_answers_are_waited_for()
    {
        var answered = new Flow { AcknowledgedAt = Timestamp.FromDateTimeOffset(Given.Now) };
        Judge("2026-11-05T10:00:00Z", answered).Length.ShouldBe(1);
        answered.NextStepDecidedAt = Timestamp.FromDateTimeOffset(Given.Now);
        Judge("2026-11-05T10:00:00Z", answered).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_not_delivered_waits_for_nobody() => Rule.FoundWithLedger(Given.Now.AddDays(9), new()).ShouldBeEmpty();

    [Fact]
    public void A_missing_family_alert_has_its_clock_too() => Judge("2026-11-05T10:00:00Z", new(), t => t.Kind = Transfer.Types.Kind.MissingFamilyAlert).Length.ShouldBe(1);

    [Fact]
    public void A_file_alone_cannot_tell() => Rule.CannotTell(Samples.Complete()).ShouldBeTrue();

    private static string[] Judge(string at, Flow flow, Action<Transfer>? change = null)
    {
        flow.DeliveredAt = Timestamp.FromDateTimeOffset(Given.Now);
        return Rule.FoundWithLedger(DateTimeOffset.Parse(at), flow, change);
    }
}
