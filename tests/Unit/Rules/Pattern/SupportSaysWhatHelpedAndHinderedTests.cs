using InfoSharing.Validator.Rules.Pattern;
using Engagement = InfoSharing.V1.Support.Types.Engagement;
using Type = InfoSharing.V1.Support.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.Pattern;

public sealed class SupportSaysWhatHelpedAndHinderedTests
{
    private static readonly SupportSaysWhatHelpedAndHindered Rule = new();

    [Theory]
    [InlineData(Engagement.Unspecified, true, "Warn support[SU2].engagement person=P2")]
    [InlineData(Engagement.Declined, false, "Warn support[SU2].barriers person=P2")]
    [InlineData(Engagement.Poor, false, "Warn support[SU2].barriers person=P2")]
    [InlineData(Engagement.Declined, true, null)]
    [InlineData(Engagement.Mixed, false, null)]
    [InlineData(Engagement.NotKnown, false, null)]
    public void Poor_and_declined_say_what_made_it_hard(Engagement engagement, bool barriers, string? line) => Rule.Found(t =>
    {
        t.Support[1].Engagement = engagement;
        if (!barriers) t.Support[1].Barriers = null;
    }).ShouldBe(line is null ? [] : [line]);

    [Fact]
    public void None_offered_has_no_engagement() => Rule.Found(t => (t.Support[0].Type, t.Support[0].Engagement) = (Type.NoneOffered, default)).ShouldBeEmpty();

    [Fact]
    public void It_is_owed_in_five_days() => Rule.Owes(t => t.Support[0].Engagement = default).ShouldBe(["support[SU1].engagement person=P1, 5 WorkingDays"]);
}
