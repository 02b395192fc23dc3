using InfoSharing.Tests.Unit.Views;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class ProtectedPlaceStaysHiddenTests
{
    [Theory]
    [InlineData("Seen at 14 Larkspur Road.", "ADDRESS")]
    [InlineData("Seen in larkspur rd, door 14", "ADDRESS")]
    [InlineData("Delivered to ls81aa", "POSTCODE")]
    [InlineData("Somewhere in LS8.", "POSTCODE")]
    [InlineData("Ring +44 (0)7700 900 123", "PHONE")]
    [InlineData("the school (URN 107564) knows", "SCHOOL")]
    [InlineData("LS8 1AA, 0113 4960000", "POSTCODE,PHONE")]
    public void A_place_in_words_is_left_out_of_a_copy_and_told(string words, string what)
    {
        var finding = Judge(Told(words)).Findings.ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Finding.Types.Severity.Withhold);
        finding.Field.ShouldBe("claims[C1].text");
        finding.Params["what"].ShouldBe(what);
        finding.Params["agency"].ShouldBe("camden-health");
        finding.Params["person"].ShouldBe("P2");
    }

    [Theory]
    [InlineData("She moved to Leeds last week.")]
    [InlineData("14 of them came.")]
    [InlineData("He has 107,564 pounds and LS80 on his car.")]
    [InlineData("Flat 14 was empty; the road was closed.")]
    public void Words_that_hold_no_part_of_it_stay(string words) =>
        Judge(Told(words)).Findings.ShouldBeEmpty();

    [Fact]
    public void A_copy_named_for_location_is_not_searched()
    {
        var transfer = Told("Seen at 14 Larkspur Road.");
        transfer.Copies[0].LocationIncluded = true;
        transfer.Copies[0].LocationReason = "visits at home";

        Judge(transfer).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void An_unprotected_place_that_is_kept_from_nobody_is_not_looked_for()
    {
        var transfer = Told("Seen at 14 Larkspur Road.");
        transfer.DisclosureControls = null;

        Judge(transfer).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_home_of_the_person_kept_in_the_dark_is_no_secret_from_them()
    {
        var transfer = Told("Seen at 3 Old Lane.");
        transfer.Locations.Add(new Location { Item = new Item { Id = "L2" }, Of = { "P2" }, AddressLines = { "3 Old Lane" } });

        Judge(transfer).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_protected_place_is_left_out_also_where_nobody_is_known_to_cause_harm()
    {
        var transfer = Told("Seen at 14 Larkspur Road.");
        transfer.DisclosureControls = null;
        transfer.Persons.RemoveAt(1);
        transfer.Locations[0].Protection = Location.Types.Protection.Protected;

        var report = Judge(transfer);

        report.Findings.Select(finding => finding.Field).ShouldBe(["claims[C1].text", "locations[L1]", "persons[P1].contacts[0].value", "registrations[R1].organisation_code"]);
        report.Withheld.Select(one => one.RuleId).ShouldAllBe(rule => rule == "IS-805");
    }

    [Fact]
    public void An_override_changes_nothing()
    {
        var transfer = Told("Seen at 14 Larkspur Road.");
        transfer.Overrides.Add(new Override
        {
            RuleId = "IS-805", RightBy = "2026-12-01", Reason = new Text { Text_ = "The manager thinks that it can go to them as it is." }, By = new Who { Name = "A Manager" }, At = new(),
        });

        Judge(transfer).Findings.ShouldHaveSingleItem().OverriddenBy.ShouldBeEmpty();
    }

    [Fact]
    public void The_report_lists_what_each_recipient_does_not_get()
    {
        var transfer = Told("LS8 1AA");
        transfer.Concerns.Add(new Concern { Item = new Item { Id = "N1", Handling = new Handling { DataClass = Handling.Types.DataClass.BloodBorneVirus } } });

        Judge(transfer).Withheld.Select(one => $"{one.Recipient}|{one.Field}|{one.RuleId}").ShouldBe([
            "|concerns[N1]|IS-810",
            "camden-health|alert.where_now_or_last|", "camden-health|claims[C1].text|IS-805", "camden-health|locations|",
            "camden-health|marac.idva_to|", "camden-health|persons[P1].contacts|", "camden-health|registrations|"]);
    }

    private static Transfer Told(string words)
    {
        var transfer = ViewTests.Family();
        transfer.Claims.Add(new Claim { Item = new Item { Id = "C1" }, Text = new Text { Text_ = words } });
        transfer.DisclosureControls = new() { MustNotAlert = { new DisclosureControls.Types.MustNotAlert { Person = "P2" } } };
        return transfer;
    }

    private static Report Judge(Transfer transfer)
    {
        var report = RuleSets.Newest.Judge(transfer, new JudgingContext { At = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero) });
        foreach (var other in report.Findings.Where(finding => finding.RuleId != "IS-805").ToList()) report.Findings.Remove(other);
        return report;
    }
}
