using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class ClosureByTransferHasTakerTests
{
    private static readonly ClosureByTransferHasTaker Rule = new();

    [Fact]
    public void Closed_as_transferred_and_taken_by_nobody_warns() => Judge(null).ShouldBe(["Warn referrals[RF1].closure_reason child=P3"]);

    [Fact]
    public void Taken_passes() => Judge(new() { Accepted = { new Flow.Types.ChildEvent { Child = "P3" } } }).ShouldBeEmpty();

    [Fact]
    public void Another_child_taken_does_not() => Judge(new() { Accepted = { new Flow.Types.ChildEvent { Child = "P2" } } }).Length.ShouldBe(1);

    [Theory]
    [InlineData("RC7", 0)]
    [InlineData("RC8", 0)]
    [InlineData("", 0)]
    public void Another_reason_is_not_asked_about(string reason, int findings) => Judge(null, reason).Length.ShouldBe(findings);

    [Fact]
    public void A_file_alone_cannot_tell() => Rule.CannotTell(Samples.Complete()).ShouldBeTrue();

    private static string[] Judge(Flow? flow, string reason = "RC5") => Rule.FoundWithLedger(Given.Now, flow, t => t.Referrals[0].ClosureReason = reason);
}
