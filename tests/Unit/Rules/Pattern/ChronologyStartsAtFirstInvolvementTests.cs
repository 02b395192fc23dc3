using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules.Pattern;

namespace InfoSharing.Tests.Unit.Rules.Pattern;

public sealed class ChronologyStartsAtFirstInvolvementTests
{
    private readonly ChronologyStartsAtFirstInvolvement _rule = new();

    [Fact]
    public void An_empty_chronology_warns() => Judge("2025-02-01").ShouldBe(["WARN chronology"]);

    [Theory]
    [InlineData("2025-02-01", 0)]
    [InlineData("2025-01-31", 0)]
    [InlineData("2025-02-02", 1)]
    public void It_starts_on_or_before_the_first_involvement(string first, int findings) =>
        Judge("2025-02-01", Entry("2026-01-01"), Entry(first)).Length.ShouldBe(findings);

    [Fact]
    public void It_starts_on_or_before_our_first_referral() =>
        Judge("2025-06-01", Entry("2025-06-01"), Referral("2025-05-01", "leeds-social-care")).ShouldBe(["WARN chronology"]);

    [Fact]
    public void Another_areas_referral_is_not_ours() =>
        Judge("2025-06-01", Entry("2025-06-01"), Referral("2020-05-01", "bradford-social-care")).ShouldBeEmpty();

    [Fact]
    public void A_referral_without_a_source_is_ours() =>
        Judge("2025-06-01", Entry("2025-06-01"), Referral("2025-05-01", "")).ShouldBe(["WARN chronology"]);

    [Fact]
    public void Without_the_day_of_first_involvement_it_is_undecided()
    {
        var found = Given.Of(_rule, Given.TransferOf(Entry("2025-06-01")));
        found.Lines().ShouldBeEmpty();
        found.UndecidedOnes.Single().Field.ShouldBe("first_involvement_on");
    }

    [Fact]
    public void A_chronology_without_days_is_undecided()
    {
        var found = Given.Of(_rule, Given.TransferOf(Entry("")));
        found.Lines().ShouldBeEmpty();
        found.UndecidedOnes.Single().Field.ShouldBe("chronology");
    }

    [Fact]
    public void It_is_asked_of_full_transfers_and_owed_within_five_working_days()
    {
        _rule.Card.Applies.ShouldBe(TransferKinds.FullTransfer | TransferKinds.CpTransferIn);
        _rule.Card.Owed.ShouldBe(_rule.Card.Applies);
        _rule.Card.OwedWithin.ShouldBe(Within.FiveWorkingDays);
    }

    private static ChronologyEntry Entry(string day) => new() { On = day };

    private static Referral Referral(string day, string agency) => new() { On = day, Item = new() { Source = new() { Agency = agency } } };

    private string[] Judge(string involved, params IMessage[] parts)
    {
        var transfer = Given.TransferOf(parts);
        transfer.FirstInvolvementOn = involved;
        return Given.Of(_rule, transfer).Lines();
    }
}
