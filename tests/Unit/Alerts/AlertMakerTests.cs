using InfoSharing.Tests.Unit.Views;
using InfoSharing.V1;
using InfoSharing.Validator.Alerts;
using InfoSharing.Validator.Judging;
using Group = InfoSharing.V1.DisclosureControls.Types.MustNotAlert.Types.Group;

namespace InfoSharing.Tests.Unit.Alerts;

public sealed class AlertMakerTests
{
    private static readonly Guid NewId = new("019a0000-0000-7000-8000-000000000001");

    [Fact]
    public void The_alert_is_a_notification_of_its_own_with_the_same_recipients_and_all_that_was_written()
    {
        var refused = HandOver();
        refused.Chronology.Add(new ChronologyEntry { Item = new Item { Id = "E1" }, On = "2026-10-30", Text = new Text { Text_ = "Police were called." } });
        refused.Overrides.Add(new Override { RuleId = "IS-101" });
        refused.AcknowledgedWarnings.Add(new AcknowledgedWarning { RuleId = "IS-705" });
        var before = refused.Clone();

        var alert = Make(refused).Notification;

        refused.ShouldBe(before);
        alert.Id.ShouldBe("019a0000-0000-7000-8000-000000000001");
        alert.Version.ShouldBe(1u);
        alert.ReplacesRefusal.ShouldBeEmpty();
        alert.Kind.ShouldBe(Transfer.Types.Kind.Notification);
        alert.Alert.HandOverToFollow.ShouldBeTrue();
        (alert.From, alert.Lead, alert.Copies).ShouldBe((refused.From, refused.Lead, refused.Copies));
        alert.Chronology.ShouldBe(refused.Chronology);
        alert.Overrides.ShouldBeEmpty();
        alert.AcknowledgedWarnings.ShouldBeEmpty();
    }

    [Fact]
    public void Its_three_things_are_the_writers_own_words_quoted()
    {
        var refused = HandOver();
        refused.Urgency = Transfer.Types.Urgency.Crisis;
        refused.Persons[0].InMovingHousehold = YesNo.Yes;
        refused.Persons[0].DateOfBirth = "2019-03-04";
        refused.Concerns.Add(new Concern { Kind = Concern.Types.Kind.DomesticAbuse, Status = Concern.Types.Status.Open });
        refused.Claims.Add(new Claim { Item = new Item { Id = "C1" }, ObservedOn = "2026-10-01", Effect = Claim.Types.Effect.Concerning, ToldBy = "P1", Text = new Text { Text_ = "He waits 🚗 outside." } });
        refused.Claims.Add(new Claim { Item = new Item { Id = "C2" }, ObservedOn = "2026-10-20", Effect = Claim.Types.Effect.Reassuring, Text = new Text { Text_ = "All is well." } });
        refused.Decisions.Add(new Decision { Item = new Item { Id = "D1" }, Outcome = new Text { Text_ = "Section 47." } });

        var alert = Make(refused).Notification.Alert;

        alert.Who.Text_.ShouldBe("Ada Example, born 2019-03-04");
        alert.Worry.Text_.ShouldBe("Recorded concerns: domestic abuse.\nMarked as a crisis.\nTold or observed on 2026-10-01: “He waits 🚗 outside.”\nDecided: “Section 47.”");
        var quote = alert.Worry.Quotes[0];
        string.Concat(alert.Worry.Text_.EnumerateRunes().Skip((int)quote.Start).Take((int)quote.Length)).ShouldBe("He waits 🚗 outside.");
        quote.SaidBy.ShouldBe("P1");
        alert.WhereNowOrLast.Text_.ShouldBe("Home: 14 Larkspur Road, Leeds, LS8 1AA, 0113 496 0000\nMoving to the area Leeds.");
    }

    [Fact]
    public void What_the_writer_filled_stays_as_it_is()
    {
        var refused = HandOver();
        refused.Alert = new() { Who = new Text { Text_ = "a boy of six" }, Worry = new Text { Text_ = "he was left" }, WhereNowOrLast = new Text { Text_ = "at the station" } };

        var alert = Make(refused).Notification.Alert;

        (alert.Who.Text_, alert.Worry.Text_, alert.WhereNowOrLast.Text_).ShouldBe(("a boy of six", "he was left", "at the station"));
    }

    [Fact]
    public void A_hand_over_with_nothing_in_it_says_that_nothing_was_written()
    {
        var alert = Make(new Transfer { Kind = Transfer.Types.Kind.CpTransferIn }).Notification.Alert;

        alert.Who.Text_.ShouldBe("No name or description was written. Ask the sender.");
        alert.Worry.Text_.ShouldStartWith("The reason for worry was not written.");
        alert.WhereNowOrLast.Text_.ShouldBe("Not written. Ask the sender.");
    }

    [Fact]
    public void What_nobody_may_have_is_not_in_it_and_not_quoted_by_it()
    {
        var refused = HandOver();
        refused.Locations[0].Kind = Location.Types.Kind.Refuge;
        refused.Claims.Add(new Claim { Item = new Item { Id = "C1" }, Text = new Text { Text_ = "She is at 14 Larkspur Road." } });
        refused.Claims.Add(new Claim { Item = Classed("C2"), Text = new Text { Text_ = "She was born as Birthname." } });
        refused.Persons[0].Names.Insert(0, new Person.Types.Name { Given = "Birthname", Handling = Classed("").Handling });

        var made = Make(refused);

        made.Withheld.Where(one => one.Recipient == "").Select(one => $"{one.Field} {one.RuleId}").ShouldBe(
            ["locations[L1].address_lines IS-816", "locations[L1].postcode IS-816", "persons[P1].names[0] IS-810", "claims[C1].text IS-816", "claims[C2] IS-810"]);
        made.Notification.ToString().ShouldNotContain("Birthname");
        made.Notification.ToString().ShouldNotContain("Larkspur");
        made.Notification.Alert.WhereNowOrLast.Text_.ShouldStartWith("Refuge: 0113 496 0000");
    }

    [Fact]
    public void An_item_that_is_named_for_one_recipient_is_quoted_for_none()
    {
        var refused = HandOver();
        var item = Classed("C1");
        item.Handling.NamedFor.Add("leeds-social-care");
        item.Handling.NecessaryBecause = "they must know";
        item.Handling.ApprovedBy = new Who { Name = "C Guardian" };
        refused.Claims.Add(new Claim { Item = item, Text = new Text { Text_ = "She was born as Birthname." } });

        var alert = Make(refused).Notification;

        alert.Claims.Count.ShouldBe(1);
        alert.Alert.Worry.Text_.ShouldNotContain("Birthname");
    }

    [Fact]
    public void What_is_left_out_of_each_copy_is_listed()
    {
        var made = Make(HandOver());

        made.Withheld.Where(one => one.Recipient == "camden-health").Select(one => one.Field).ShouldContain("alert.where_now_or_last");
        made.Notification.Locations.Count.ShouldBe(1);
    }

    [Fact]
    public void The_family_is_marked_where_forced_marriage_is_feared()
    {
        var refused = HandOver();
        refused.ForcedMarriage = new() { Suspected = { "P1" } };

        Make(refused).Notification.DisclosureControls.MustNotAlert.Select(entry => entry.Group).ShouldBe([Group.Family, Group.ExtendedFamily, Group.Community]);
    }

    [Theory]
    [InlineData(Transfer.Types.Kind.Notification)]
    [InlineData(Transfer.Types.Kind.MissingFamilyAlert)]
    public void An_alert_is_an_alert_already(Transfer.Types.Kind kind) =>
        AlertMaker.Make(new Transfer { Kind = kind }, NewId, Context).ShouldBeNull();

    [Fact]
    public void A_long_account_is_quoted_in_part_and_stays_whole_in_its_place()
    {
        var refused = HandOver();
        var words = string.Join(' ', Enumerable.Repeat("again", 2000));
        refused.Claims.Add(new Claim { Item = new Item { Id = "C1" }, Text = new Text { Text_ = words } });

        var alert = Make(refused).Notification;

        alert.Alert.Worry.Text_.Length.ShouldBeLessThan(1600);
        alert.Alert.Worry.Text_.ShouldEndWith("again …”");
        alert.Claims[0].Text.Text_.ShouldBe(words);
    }

    internal static JudgingContext Context { get; } = new() { At = new(2026, 11, 2, 17, 55, 0, TimeSpan.Zero) };

    private static MadeAlert Make(Transfer refused) => AlertMaker.Make(refused, NewId, Context).ShouldNotBeNull();

    private static Transfer HandOver()
    {
        var transfer = ViewTests.Family();
        transfer.Id = "019a0000-0000-7000-8000-000000000009";
        transfer.Version = 3;
        transfer.ReplacesRefusal = "019a0000-0000-7000-8000-000000000008";
        transfer.Alert = null;
        transfer.Locations[0].Kind = Location.Types.Kind.Home;
        return transfer;
    }

    private static Item Classed(string id) => new() { Id = id, Handling = new Handling { DataClass = Handling.Types.DataClass.AdoptionIdentity } };
}
