using InfoSharing.V1;
using InfoSharing.Validator.Rules.ForcedMarriage;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class ForcedMarriageIsWorkedJointlyTests
{
    private static readonly ForcedMarriageIsWorkedJointly Rule = new();

    [Fact]
    public void Joint_work_passes() => Rule.FoundInFm(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData("police")]
    [InlineData("social care")]
    [InlineData("when")]
    [InlineData("all")]
    public void Each_of_the_three_is_asked_for(string missing) => Rule.FoundInFm(t =>
    {
        var joint = t.ForcedMarriage.JointContact;
        switch (missing)
        {
            case "police": joint.Police = new(); break;
            case "social care": joint.SocialCare = null; break;
            case "when": joint.At = null; break;
            default: t.ForcedMarriage.JointContact = null; break;
        }
    }).ShouldBe(["Refuse forced_marriage.joint_contact person=P2"]);

    [Fact]
    public void Where_nobody_is_feared_for_nothing_is_asked() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void An_alert_goes_and_owes_it()
    {
        var report = Given.CleanFm(t => t.ForcedMarriage.JointContact = null).AsAlert().JudgedBy(Rule);
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.Findings.ShouldBeEmpty();
        report.OwedLines().ShouldBe(["forced_marriage.joint_contact person=P2, 1 WorkingDays"]);
    }
}
