using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;
using Threshold = InfoSharing.V1.InformationRequest.Types.Threshold;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class PartnerChecksHaveThresholdTests
{
    private static readonly PartnerChecksHaveThreshold Rule = new();

    [Fact]
    public void A_request_with_its_threshold_passes() => Request().JudgedBy(Rule).Handover.ShouldBe(Report.Types.Handover.MayGo);

    [Fact]
    public void Each_thing_missing_is_named_at_once_and_the_request_is_refused()
    {
        var report = new InformationRequest().JudgedBy(Rule);
        report.Lines().ShouldBe(["Refuse about", "Refuse questions", "Refuse reason", "Refuse threshold_for_checks"]);
        report.Handover.ShouldBe(Report.Types.Handover.Refused);
    }

    [Theory]
    [InlineData(Threshold.S47Suspected, 0)]
    [InlineData(Threshold.RiskTooUnclearToAsk, 0)]
    [InlineData(Threshold.Agreed, 0)]
    [InlineData(Threshold.AskingUnsafe, 0)]
    [InlineData(Threshold.Unspecified, 1)]
    public void Any_of_the_four_will_do(Threshold threshold, int findings)
    {
        var request = Request();
        request.ThresholdForChecks = threshold;
        request.JudgedBy(Rule).Findings.Count.ShouldBe(findings);
    }

    [Fact]
    public void A_contact_is_never_refused() => new Contact().JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void A_file_alone_cannot_tell() => Rule.CannotTell(Samples.Complete()).ShouldBeTrue();

    private static InformationRequest Request() => new()
    {
        About = { "P2" }, Questions = { Given.Written("Who collects her from school?") }, ThresholdForChecks = Threshold.S47Suspected, Reason = Given.Written("Bruises seen at school today."),
    };
}
