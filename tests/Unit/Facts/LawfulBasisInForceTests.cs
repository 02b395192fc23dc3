using InfoSharing.V1;
using InfoSharing.Validator.Facts;
using static InfoSharing.V1.LawfulBasis.Types;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Tests.Unit.Facts;

public sealed class LawfulBasisInForceTests
{
    [Fact]
    public void Blank_fields_are_filled_and_what_was_written_stands()
    {
        var transfer = new Transfer { Kind = Kind.FullTransfer, LawfulBasis = new() { Article9Condition = "ours" } };
        LawfulBasisInForce.Of(transfer, Set(Setting("", "PUBLIC_TASK"))).ShouldBe(new LawfulBasis
        {
            Basis = Basis.PublicTask, Article9Condition = "ours", Article10Ground = "ground", Confidentiality = Confidentiality.PublicInterest, FromSetting = true,
        });
        transfer.LawfulBasis.ShouldBe(new LawfulBasis { Article9Condition = "ours" });
    }

    [Fact]
    public void The_setting_of_the_newest_threshold_goes_before_the_one_for_any()
    {
        var transfer = new Transfer { Kind = Kind.FullTransfer };
        transfer.Decisions.Add(new Decision { Item = new() { Id = "D2" }, Threshold = "Level 4", MadeAt = new() { Seconds = 200 } });
        transfer.Decisions.Add(new Decision { Item = new() { Id = "D1" }, Threshold = "Level 3", MadeAt = new() { Seconds = 100 } });
        var settings = Set(Setting("", "PUBLIC_TASK"), Setting("Level 3", "CONSENT"), Setting("level 4", "LEGAL_OBLIGATION"));
        LawfulBasisInForce.Of(transfer, settings).Basis.ShouldBe(Basis.LegalObligation);
    }

    [Fact]
    public void Without_a_setting_it_is_the_file()
    {
        LawfulBasisInForce.Of(new Transfer(), new Settings()).ShouldBe(new LawfulBasis());
        LawfulBasisInForce.Of(new Transfer { Kind = Kind.FullTransfer }, Set(Setting("Level 4", "CONSENT"))).ShouldBe(new LawfulBasis());
    }

    private static Settings.Types.Basis Setting(string threshold, string basis) => new()
    {
        Kind = Kind.FullTransfer, Threshold = threshold, Basis_ = basis, Article9Condition = "theirs", Article10Ground = "ground", Confidentiality = "PUBLIC_INTEREST",
    };

    private static Settings Set(params Settings.Types.Basis[] all) => new() { Basis = { all } };
}
