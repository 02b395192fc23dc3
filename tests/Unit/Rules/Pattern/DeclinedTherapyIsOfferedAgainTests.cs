using InfoSharing.Validator.Rules.Pattern;
using Type = InfoSharing.V1.Support.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.Pattern;

public sealed class DeclinedTherapyIsOfferedAgainTests
{
    private static readonly DeclinedTherapyIsOfferedAgain Rule = new();

    [Fact]
    public void A_day_and_a_name_pass() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Without_a_day_it_warns_and_is_owed()
    {
        Rule.Found(t => t.Support[1].ReofferOn = "").ShouldBe(["Warn support[SU2].reoffer_on child=P2"]);
        Rule.Owes(t => t.Support[1].ReofferOn = "").ShouldBe(["support[SU2].reoffer_on child=P2, 5 WorkingDays"]);
    }

    [Fact]
    public void Without_a_name_it_warns() => Rule.Found(t => t.Support[1].ReofferBy = null).ShouldBe(["Warn support[SU2].reoffer_by child=P2"]);

    [Theory]
    [InlineData("2008-10-13", 1)]
    [InlineData("2008-10-12", 0)]
    public void Only_under_18_on_the_day_of_the_move(string born, int findings) => Rule.Found(t =>
    {
        t.Support[1].ReofferOn = "";
        Given.Of(t, "P2").DateOfBirth = born;
    }).Length.ShouldBe(findings);

    [Fact]
    public void Another_kind_of_support_is_not_asked() => Rule.Found(t => (t.Support[1].ReofferOn, t.Support[1].Type) = ("", Type.Housing)).ShouldBeEmpty();

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t =>
    {
        t.Support[1].ReofferOn = "";
        Given.Of(t, "P2").DateOfBirth = "";
    }).ShouldBe(["persons[P2].date_of_birth"]);
}
