using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class NotSharingSaysWhyTests
{
    private static readonly NotSharingSaysWhy Rule = new();

    [Theory]
    [InlineData("", 0)]
    [InlineData("2026-11-03", 0)]
    [InlineData("2026-11-02", 1)]
    public void From_the_day_of_the_duty_a_refusal_to_share_says_why(string from, int findings) =>
        Given.Clean(t => t.NotShared[0].DetrimentReason = null).JudgedBy(Rule, From(from)).Lines().ShouldBe(Enumerable.Repeat("Warn not_shared[NS1].detriment_reason child=P2,P3,P4", findings));

    [Fact]
    public void A_reason_passes() => Samples.Complete().JudgedBy(Rule, From("2026-11-02")).Findings.ShouldBeEmpty();

    [Fact]
    public void A_reply_that_declines_says_why()
    {
        new InformationReply { Declined = true }.JudgedBy(Rule, settings: From("2026-11-02")).Lines().ShouldBe(["Warn detriment_reason"]);
        new InformationReply { Declined = true }.JudgedBy(Rule, settings: From("")).Findings.ShouldBeEmpty();
        new InformationReply { Declined = true, DetrimentReason = Given.Written("He works there.") }.JudgedBy(Rule, settings: From("2026-11-02")).Findings.ShouldBeEmpty();
        new InformationReply().JudgedBy(Rule, settings: From("2026-11-02")).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void It_may_rise()
    {
        var settings = From("2026-11-02");
        settings.Risen.Add(Given.Risen("IS-808").Risen);
        Given.Clean(t => t.NotShared[0].DetrimentReason = null).JudgedBy(Rule, settings).Lines()[0].ShouldStartWith("Refuse");
    }

    private static Settings From(string day) => new() { S16LaInForceFrom = day };
}
