using InfoSharing.V1;
using InfoSharing.Validator.Rules.PersonCausingHarm;
using Type = InfoSharing.V1.Support.Types.Type;
using Urgency = InfoSharing.V1.Transfer.Types.Urgency;

namespace InfoSharing.Tests.Unit.Rules.PersonCausingHarm;

public sealed class NextCrisisIsPreventedTests
{
    private static readonly NextCrisisIsPrevented Rule = new();

    [Theory]
    [InlineData(Type.EarlyHelp, 0)]
    [InlineData(Type.DaSpecialist, 0)]
    [InlineData(Type.Therapeutic, 0)]
    [InlineData(Type.PerpetratorProgramme, 0)]
    [InlineData(Type.Recovery, 0)]
    [InlineData(Type.Idva, 1)]
    [InlineData(Type.Housing, 1)]
    [InlineData(Type.NoneOffered, 1)]
    public void Help_outside_a_crisis_passes(Type type, int findings) => Rule.Found(t => Only(t, type)).ShouldBe(Enumerable.Repeat("Warn support", findings));

    [Fact]
    public void None_offered_passes_with_why() => Rule.Found(t => Only(t, Type.NoneOffered).WhyNone = Given.Written("The area has none; we asked in May.")).ShouldBeEmpty();

    [Theory]
    [InlineData(Urgency.NonCrisis, 1)]
    [InlineData(Urgency.PostCrisis, 1)]
    [InlineData(Urgency.Crisis, 0)]
    [InlineData(Urgency.Unspecified, 0)]
    public void It_is_asked_outside_a_crisis(Urgency urgency, int findings) => Rule.Found(t =>
    {
        t.Support.Clear();
        t.Urgency = urgency;
    }).Length.ShouldBe(findings);

    private static V1.Support Only(Transfer transfer, Type type)
    {
        transfer.Support.Clear();
        transfer.Support.Add(new V1.Support { For = "P1", Type = type });
        return transfer.Support[0];
    }
}
