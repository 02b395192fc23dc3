using InfoSharing.V1;
using InfoSharing.Validator.Shapes;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Tests.Unit.Shapes;

public sealed class AlertShapeTests
{
    [Fact]
    public void Who_why_and_where_are_all_that_an_alert_needs() => ShapeCheck.Of(Alert()).ShouldBeEmpty();

    [Fact]
    public void Each_of_the_three_is_asked_for() =>
        ShapeCheck.Of(new Transfer { Kind = Kind.MissingFamilyAlert }).Select(fault => fault.Field).ShouldBe(["alert.who", "alert.worry", "alert.where_now_or_last"]);

    [Fact]
    public void The_three_may_stand_in_persons_concerns_and_locations() => ShapeCheck.Of(new Transfer
    {
        Kind = Kind.Notification,
        Persons = { new Person { Ref = "P1", Names = { new Person.Types.Name { Given = "Perran" } } } },
        Concerns = { new Concern { Kind = Concern.Types.Kind.Neglect } },
        Locations = { new Location() },
    }).ShouldBeEmpty();

    [Fact]
    public void A_view_without_its_place_is_an_alert_still()
    {
        var view = Alert();
        view.Alert.WhereNowOrLast = null;

        ShapeCheck.Of(view, tolerateMissingRefs: true).ShouldBeEmpty();
        ShapeCheck.Of(view).Count.ShouldBe(1);
    }

    [Fact]
    public void What_does_not_hold_its_form_is_kept_as_text_and_nothing_is_refused()
    {
        var alert = Alert();
        alert.Id = "today-1";
        alert.From = new Party { Agency = "St Wenna School" };
        alert.Persons.Add(new Person { Ref = "P1", DateOfBirth = "about six", ParentalResponsibilityFor = { "P7", "P1", "P8" } });

        var kept = ShapeCheck.Keep(alert);

        kept.KeptAsText.Select(one => (one.Field, one.Text)).ShouldBe(
        [
            ("id", "today-1"),
            ("from.agency", "St Wenna School"),
            ("persons[P1].date_of_birth", "about six"),
            ("persons[P1].parental_responsibility_for[0]", "P7"),
            ("persons[P1].parental_responsibility_for[2]", "P8"),
        ]);
        kept.Persons[0].ParentalResponsibilityFor.ShouldBe(["P1"]);
        kept.Persons[0].DateOfBirth.ShouldBe("");
        ShapeCheck.Of(kept).ShouldBeEmpty();
        alert.Id.ShouldBe("today-1", "the alert that was given is not changed");
    }

    [Fact]
    public void Keeping_twice_keeps_once()
    {
        var alert = Alert();
        alert.Id = "today-1";

        var once = ShapeCheck.Keep(alert);

        ShapeCheck.Keep(once).ShouldBe(once);
    }

    [Fact]
    public void A_worry_that_is_too_long_is_kept_whole_and_is_a_worry()
    {
        var alert = Alert();
        alert.Alert.Worry.Text_ = new string('a', 102_401);

        var kept = ShapeCheck.Keep(alert);

        kept.KeptAsText.ShouldHaveSingleItem().Text.Length.ShouldBe(102_401);
        ShapeCheck.Of(kept).ShouldBeEmpty();
    }

    [Fact]
    public void A_hand_over_is_not_changed()
    {
        var transfer = ShapeCheckTests.Small(t => t.Id = "x");

        ShapeCheck.Keep(transfer).ShouldBeSameAs(transfer);
    }

    private static Transfer Alert() => new()
    {
        Kind = Kind.Notification,
        Alert = new Transfer.Types.Alert { Who = Words("A boy of six."), Worry = Words("Out all night."), WhereNowOrLast = Words("By the gate.") },
    };

    private static Text Words(string words) => new() { Text_ = words };
}
