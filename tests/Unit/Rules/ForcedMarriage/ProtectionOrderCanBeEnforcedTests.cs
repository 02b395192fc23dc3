using InfoSharing.V1;
using InfoSharing.Validator.Rules.ForcedMarriage;
using Fmpo = InfoSharing.V1.ForcedMarriage.Types.Fmpo;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class ProtectionOrderCanBeEnforcedTests
{
    private static readonly ProtectionOrderCanBeEnforced Rule = new();

    [Fact]
    public void An_order_that_police_can_read_passes() => Rule.FoundInFm(_ => { }).ShouldBeEmpty();

    [Fact]
    public void What_is_missing_is_listed_and_owed()
    {
        var report = Given.CleanFm(t => (Order(t).Court, Order(t).Terms) = ("", null)).JudgedBy(Rule);
        report.Lines().ShouldBe(["Warn forced_marriage.fmpos[FM1] list=court,terms person=P2"]);
        report.OwedLines().ShouldBe(["forced_marriage.fmpos[FM1] list=court,terms person=P2, 1 WorkingDays"]);
    }

    [Fact]
    public void Whom_to_ask_answers_it() => Rule.FoundInFm(t => (Order(t).Court, Order(t).Ask) = ("", "the family court office")).ShouldBeEmpty();

    [Theory]
    [InlineData("", false, 1)]
    [InlineData("2027-10-08", false, 0)]
    [InlineData("", true, 0)]
    public void It_has_an_end_or_runs_until_further_order(string expires, bool untilFurther, int findings) =>
        Rule.FoundInFm(t => (Order(t).ExpiresOn, Order(t).UntilFurtherOrder) = (expires, untilFurther)).Length.ShouldBe(findings);

    [Theory]
    [InlineData("2026-10-12", 1)]
    [InlineData("2026-10-11", 0)]
    public void An_order_that_ran_out_before_the_move_is_not_asked_about(string expires, int findings) => Rule.FoundInFm(t =>
    {
        (Order(t).ExpiresOn, Order(t).UntilFurtherOrder, Order(t).Number) = (expires, false, "");
    }).Length.ShouldBe(findings);

    [Fact]
    public void It_may_rise_only_where_support_is_ending()
    {
        Given.CleanFm(t => Order(t).Number = "").JudgedBy(Rule, Given.Risen("IS-604")).Lines()[0].ShouldStartWith("Warn");
        Given.CleanFm(t => (Order(t).Number, Order(t).SupportEnding) = ("", true)).JudgedBy(Rule, Given.Risen("IS-604")).Lines()[0].ShouldStartWith("Refuse");
    }

    private static Fmpo Order(Transfer transfer) => transfer.ForcedMarriage.Fmpos[0];
}
