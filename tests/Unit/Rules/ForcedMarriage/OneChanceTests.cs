using InfoSharing.V1;
using InfoSharing.Validator.Rules.ForcedMarriage;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class OneChanceTests
{
    private static readonly OneChance Rule = new();

    [Fact]
    public void It_is_said_wherever_somebody_is_feared_for() => Rule.FoundInFm(_ => { }).ShouldBe(["Advise forced_marriage.suspected person=P2"]);

    [Fact]
    public void And_nowhere_else() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData(Transfer.Types.Kind.Notification)]
    [InlineData(Transfer.Types.Kind.MissingFamilyAlert)]
    [InlineData(Transfer.Types.Kind.MaracToMarac)]
    public void It_is_said_on_every_kind(Transfer.Types.Kind kind) => Rule.FoundInFm(t => t.Kind = kind).Length.ShouldBe(1);

    [Fact]
    public void An_order_alone_is_not_a_fear() => Rule.FoundInFm(t => t.ForcedMarriage.Suspected.Clear()).ShouldBeEmpty();
}
