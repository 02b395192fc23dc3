using InfoSharing.V1;
using InfoSharing.Validator.Rules.Agencies.SocialCare;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.SocialCare;

public sealed class ChronologyIsBroughtTests
{
    private static readonly ChronologyIsBrought Rule = new();

    [Fact]
    public void A_child_who_is_named_in_an_entry_passes() => Judge(8, "P2").ShouldBeEmpty();

    [Fact]
    public void A_child_who_is_named_in_none_fires() => Judge(8, "P1").ShouldBe(["Warn chronology child=P2"]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_child_under_one_may_be_younger_than_the_last_entry(int age, int findings) => Judge(age, "P1").Length.ShouldBe(findings);

    [Fact]
    public void Without_the_day_of_first_involvement_it_is_asked_for()
    {
        var transfer = Family(8, "P2");
        transfer.FirstInvolvementOn = "";
        transfer.JudgedBy(Rule).Lines().ShouldBe(["Warn first_involvement_on first"]);
    }

    [Fact]
    public void Not_known_is_an_answer()
    {
        var transfer = Family(8, "P1");
        transfer.FirstInvolvementOn = "";
        transfer.NotHeld.Add(new NotHeld { What = What.Chronology, Answer = Answer.NotKnown });
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    private static string[] Judge(int age, string named) => Family(age, named).JudgedBy(Rule).Lines();

    private static Transfer Family(int age, string named)
    {
        var transfer = Given.Family(Given.Adult("P1"), Given.Child("P2", age));
        transfer.FirstInvolvementOn = "2025-02-11";
        transfer.Chronology.Add(new ChronologyEntry { On = "2025-02-11", Persons = { named } });
        return transfer;
    }
}
