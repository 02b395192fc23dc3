using InfoSharing.V1;
using InfoSharing.Validator.Packs;
using InfoSharing.Validator.Rules;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;
using Share = InfoSharing.V1.Handling.Types.ShareWithFamily;

namespace InfoSharing.Tests.Unit.Packs;

public class ConferencePackBuilderTests
{
    [Fact]
    public void The_mothers_pack_holds_what_may_be_shared_with_her_and_the_fathers_does_not()
    {
        var transfer = Samples.Complete();
        ConferencePackBuilder.Build(transfer, ["P1"]).Pack.Items.ShouldContain("D1");
        var fathers = ConferencePackBuilder.Build(transfer, ["P5"]);
        fathers.Pack.Items.ShouldNotContain("D1");
        Why(fathers, "D1").ShouldBe(LeftOutWhy.NotWithSomebodyHere);
    }

    [Fact]
    public void A_pack_for_both_holds_only_what_both_may_have() => ConferencePackBuilder.Build(Samples.Complete(), ["P1", "P5"]).Pack.Items.ShouldNotContain("D1");

    [Theory]
    [InlineData(Share.Unspecified)]
    [InlineData(Share.No)]
    public void Blank_is_no(Share share)
    {
        var transfer = WithSupport(share);
        Why(ConferencePackBuilder.Build(transfer, ["P1"]), "SU3").ShouldBe(LeftOutWhy.NotForTheFamily);
    }

    [Fact]
    public void Not_with_somebody_unnamed_is_not_with_anybody()
    {
        var transfer = WithSupport(Share.NotWith);
        Why(ConferencePackBuilder.Build(transfer, ["P1"]), "SU3").ShouldBe(LeftOutWhy.NotWithSomebodyHere);
    }

    [Fact]
    public void Yes_is_in_it() => ConferencePackBuilder.Build(WithSupport(Share.Yes), ["P1"]).Pack.Items.ShouldContain("SU3");

    public static TheoryData<DataClass> Classes() => [.. Enum.GetValues<DataClass>().Where(one => one is not (DataClass.Unspecified or DataClass.Ordinary))];

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_restricted_class_stays_out_though_somebody_said_yes(DataClass restricted)
    {
        var transfer = WithSupport(Share.Yes);
        transfer.Support.Single(one => one.Item.Id == "SU3").Item.Handling.DataClass = restricted;
        Why(ConferencePackBuilder.Build(transfer, ["P1"]), "SU3").ShouldBe(LeftOutWhy.Restricted);
    }

    [Theory]
    [InlineData("Ring the refuge on 01632 960733 about it.")]
    [InlineData("Post goes to PO Box 84417.")]
    [InlineData("The GP is M88977.")]
    [InlineData("Fernhollow Trust will write.")]
    [InlineData("Aisha Rowntree takes over.")]
    public void An_item_whose_words_give_a_place_away_stays_out(string words)
    {
        var transfer = WithSupport(Share.Yes);
        transfer.Support.Single(one => one.Item.Id == "SU3").WhatWorked = new() { Text_ = words };
        Why(ConferencePackBuilder.Build(transfer, ["P5"]), "SU3").ShouldBe(LeftOutWhy.HoldsAPlace);
    }

    [Fact]
    public void What_is_no_secret_from_the_mother_is_one_from_a_father_in_the_same_pack()
    {
        var transfer = WithSupport(Share.Yes);
        transfer.Locations[0].Of.Clear();
        transfer.Locations[0].Of.Add("P1");
        transfer.Support.Single(one => one.Item.Id == "SU3").WhatWorked = new() { Text_ = "Ring 01632 960733." };
        Why(ConferencePackBuilder.Build(transfer, ["P1", "P5"]), "SU3").ShouldBe(LeftOutWhy.HoldsAPlace);
    }

    [Fact]
    public void A_restricted_name_in_ordinary_words_stays_out()
    {
        var transfer = WithSupport(Share.Yes);
        transfer.Persons[3].Names.Add(new Person.Types.Name { Given = "Thaddeus", Family = "Wynnstay", Handling = new() { DataClass = DataClass.AdoptionIdentity } });
        transfer.Support.Single(one => one.Item.Id == "SU3").WhatWorked = new() { Text_ = "He answers to Thaddeus." };
        Why(ConferencePackBuilder.Build(transfer, ["P1"]), "SU3").ShouldBe(LeftOutWhy.HoldsAPlace);
    }

    [Fact]
    public void Locations_and_registrations_stay_out_though_somebody_said_yes()
    {
        var transfer = Samples.Complete();
        transfer.Registrations[0].Item.Handling = new() { ShareWithFamily = Share.Yes };
        transfer.Locations[1].Item.Handling = new() { ShareWithFamily = Share.Yes };
        var built = ConferencePackBuilder.Build(transfer, ["P1"]);
        Why(built, "RG1").ShouldBe(LeftOutWhy.Restricted);
        Why(built, "LO2").ShouldBe(LeftOutWhy.Restricted);
    }

    [Fact]
    public void Every_item_is_in_the_pack_or_left_out_and_none_is_both()
    {
        var transfer = Samples.Large();
        var built = ConferencePackBuilder.Build(transfer, ["P1", "P2"]);
        var ids = Tests.Contract.Values(transfer).Select(value => value.Value).OfType<Item>().Select(item => item.Id).ToList();
        built.Pack.Items.Concat(built.LeftOut.Select(one => one.Item)).ShouldBe(ids, ignoreOrder: true);
    }

    public static TheoryData<string> Readers => ["P1", "P2", "P5", "P6", "P1,P5", "P1,P2,P3"];

    [Theory]
    [MemberData(nameof(Readers))]
    public void The_rule_about_packs_has_nothing_to_say_of_one_that_was_built(string readers)
    {
        foreach (var transfer in new[] { Samples.Complete(), Samples.CompleteFm(), WithSupport(Share.Yes), Shared(Samples.Large()) })
        {
            var built = ConferencePackBuilder.Build(transfer, readers.Split(','));
            RuleSets.Newest.JudgeAct(built.Pack, new() { At = Samples.JudgedOn }, transfer).Findings.ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_transfer_is_not_touched()
    {
        var transfer = Samples.Complete();
        ConferencePackBuilder.Build(transfer, ["P1"]);
        transfer.ShouldBe(Samples.Complete());
    }

    [Fact]
    public void A_pack_is_for_somebody_of_the_transfer()
    {
        Should.Throw<ArgumentException>(() => ConferencePackBuilder.Build(Samples.Complete(), []));
        Should.Throw<ArgumentException>(() => ConferencePackBuilder.Build(Samples.Complete(), ["P99"]));
    }

    private static Transfer WithSupport(Share share)
    {
        var transfer = Samples.Complete();
        transfer.Support.Single(one => one.Item.Id == "SU3").Item.Handling = new() { ShareWithFamily = share };
        return transfer;
    }

    // Somebody said yes to everything.
    private static Transfer Shared(Transfer transfer)
    {
        foreach (var item in Tests.Contract.Values(transfer).Select(value => value.Value).OfType<Item>())
        {
            item.Handling ??= new();
            item.Handling.ShareWithFamily = Share.Yes;
        }
        return transfer;
    }

    private static LeftOutWhy? Why(BuiltPack built, string item) => built.LeftOut.SingleOrDefault(one => one.Item == item)?.Why;
}
