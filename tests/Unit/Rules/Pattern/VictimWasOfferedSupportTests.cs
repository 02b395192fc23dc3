using InfoSharing.V1;
using InfoSharing.Validator.Rules.Pattern;
using Type = InfoSharing.V1.Support.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.Pattern;

public sealed class VictimWasOfferedSupportTests
{
    private static readonly VictimWasOfferedSupport Rule = new();

    [Fact]
    public void Support_that_was_offered_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void No_support_warns_and_is_owed_in_five_days()
    {
        Rule.Found(t => t.Support.RemoveAt(0)).ShouldBe(["Warn support victim=P1"]);
        Rule.Owes(t => t.Support.RemoveAt(0)).ShouldBe(["support victim=P1, 5 WorkingDays"]);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("She asked us to wait until she is housed.", 0)]
    public void None_offered_passes_with_a_reason(string why, int findings) => Rule.Found(t =>
    {
        t.Support[0].Type = Type.NoneOffered;
        t.Support[0].WhyNone = Given.Written(why);
    }).ShouldBe(Enumerable.Repeat("Warn support[SU1].why_none victim=P1", findings));

    [Fact]
    public void An_entry_without_a_type_offers_nothing() => Rule.Found(t => t.Support[0].Type = default).ShouldBe(["Warn support victim=P1"]);

    [Fact]
    public void Where_there_is_no_domestic_abuse_nothing_is_asked() => Given.Family(Given.Adult("P1", Person.Types.Role.Victim)).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void Somebody_who_has_died_is_not_asked_about() => Rule.Found(t =>
    {
        t.Support.RemoveAt(0);
        Given.Of(t, "P1").DiedOn = "2026-10-01";
    }).ShouldBeEmpty();
}
