using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Views;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Views;

public sealed class ViewTests
{
    private const string Lead = "leeds-social-care";
    private const string Copy = "camden-health";

    [Fact]
    public void A_copy_that_is_not_named_gets_no_location_when_somebody_causes_harm()
    {
        var view = View.For(Family(), Copy);

        Fields(view).ShouldBe(["alert.where_now_or_last", "locations", "registrations", "persons[P1].contacts", "marac.idva_to"]);
        view.Withheld.ShouldAllBe(one => one.Recipient == Copy && one.RuleId == "");
        view.Transfer.Locations.ShouldBeEmpty();
        view.Transfer.Persons[0].Names[0].Given.ShouldBe("Ada");
    }

    [Fact]
    public void The_recipient_is_told_how_many_and_whom_to_ask_and_never_what()
    {
        View.For(Family(), Copy).Notice.Words.ShouldBe("5 items withheld: ask barnsley.");
        View.For(Family(), Lead).Notice.Words.ShouldBeEmpty();
        new WithheldNotice(1, "barnsley").Words.ShouldBe("1 item withheld: ask barnsley.");
    }

    [Fact]
    public void The_lead_gets_location()
    {
        var transfer = Family();

        View.For(transfer, Lead).Transfer.ShouldBe(transfer);
    }

    [Fact]
    public void Whoever_gets_the_whole_gets_the_transfer_itself_where_its_bytes_are_at_hand()
    {
        var transfer = Family();

        View.For(transfer, Lead, written: transfer.ToByteArray()).Transfer.ShouldBeSameAs(transfer);
        View.For(transfer, Copy, written: transfer.ToByteArray()).Transfer.ShouldBe(View.For(transfer, Copy).Transfer);
    }

    [Fact]
    public void A_field_of_a_newer_version_reaches_nobody_though_nothing_else_is_left_out()
    {
        byte[] written = [.. Family().ToByteArray(), 0xBA, 0x3E, 0x01, (byte)'x'];

        var view = View.For(Transfer.Parser.ParseFrom(written), Lead, written: written);

        view.Transfer.ToByteArray().ShouldBe(Family().ToByteArray());
        view.Withheld.ShouldBeEmpty();
    }

    [Fact]
    public void A_copy_gets_location_when_nobody_causes_harm_and_nobody_must_not_be_alerted()
    {
        var transfer = Family();
        transfer.Persons[1].Roles.Clear();

        View.For(transfer, Copy).Withheld.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("the ward must know the address", 0)]
    [InlineData(" ", 5)]
    public void A_copy_is_named_for_location_only_with_a_reason(string reason, int withheld)
    {
        var transfer = Family();
        transfer.Copies[0].LocationIncluded = true;
        transfer.Copies[0].LocationReason = reason;

        View.For(transfer, Copy).Withheld.Count.ShouldBe(withheld);
    }

    [Theory]
    [InlineData(AgencyKind.DaSpecialist)]
    [InlineData(AgencyKind.EducationSetting)]
    public void Two_kinds_never_get_location_intelligence_or_the_staff_to_keep_it_from(AgencyKind kind)
    {
        var transfer = Family();
        transfer.Copies[0].LocationIncluded = true;
        transfer.Copies[0].LocationReason = "they asked";
        transfer.Copies[0].Party.AgencyKind = kind;
        transfer.Claims.Add(new Claim { Item = Item("C1", DataClass.Intelligence, Copy, "joint work") });
        transfer.DisclosureControls = new() { KeepFromStaff = { new DisclosureControls.Types.KeptFrom { Staff = "the head's secretary" } } };

        Fields(View.For(transfer, Copy)).ShouldBe(
            ["alert.where_now_or_last", "locations", "registrations", "persons[P1].contacts", "claims[C1]", "marac.idva_to", "disclosure_controls.keep_from_staff"]);
    }

    [Fact]
    public void A_restricted_item_goes_to_those_it_is_named_for_alone()
    {
        var transfer = Family();
        transfer.Claims.Add(new Claim { Item = Item("C1", DataClass.ImmigrationStatus, Lead, "support under section 17") });

        View.For(transfer, Lead).Transfer.Claims.Count.ShouldBe(1);
        View.For(transfer, Copy).Withheld.ShouldContain(one => one.Field == "claims[C1]" && one.RuleId == "" && one.Recipient == Copy);
    }

    [Theory]
    [InlineData(DataClass.ImmigrationStatus, "", "because")]
    [InlineData(DataClass.ImmigrationStatus, Lead, "")]
    [InlineData(DataClass.AdoptionIdentity, Lead, "because")]
    public void A_restricted_item_that_is_not_rightly_named_goes_to_nobody(DataClass dataClass, string namedFor, string because)
    {
        var transfer = Family();
        transfer.Claims.Add(new Claim { Item = Item("C1", dataClass, namedFor, because) });

        var withheld = View.For(transfer, Lead).Withheld.ShouldHaveSingleItem();
        withheld.ShouldBe(new Withheld { Field = "claims[C1]", RuleId = "IS-810" });
    }

    [Fact]
    public void A_birth_name_of_an_adopted_child_that_is_approved_reaches_whom_it_is_named_for()
    {
        var transfer = Family();
        var handling = Item("", DataClass.AdoptionIdentity, Lead, "matching").Handling;
        handling.ApprovedBy = new Who { Name = "C Guardian" };
        transfer.Persons[0].Names.Add(new Person.Types.Name { Given = "Birthname", Handling = handling });

        View.For(transfer, Lead).Transfer.Persons[0].Names.Count.ShouldBe(2);
        View.For(transfer, Copy).Transfer.Persons[0].Names.Count.ShouldBe(1);
    }

    [Fact]
    public void A_restricted_person_keeps_ref_and_roles_so_that_nothing_names_nobody()
    {
        var transfer = Family();
        transfer.Persons[0].Handling = Item("", DataClass.ProtectedPerson, "", "").Handling;

        View.For(transfer, Lead).Transfer.Persons[0].ShouldBe(new Person { Ref = "P1", Roles = { Role.Child, Role.Victim } });
    }

    [Fact]
    public void The_address_of_a_refuge_reaches_nobody_in_its_field_or_in_words()
    {
        var transfer = Family();
        transfer.Locations[0].Kind = Location.Types.Kind.Refuge;
        transfer.Chronology.Add(new ChronologyEntry { Item = new Item { Id = "E1" }, Text = new Text { Text_ = "Taken to 14 Larkspur Rd by taxi." } });
        transfer.Chronology.Add(new ChronologyEntry { Item = new Item { Id = "E2" }, Text = new Text { Text_ = "Moved to Leeds." } });

        var view = View.For(transfer, Lead);

        Fields(view).ShouldBe(["locations[L1].address_lines", "locations[L1].postcode", "chronology[E1].text"]);
        view.Withheld.ShouldAllBe(one => one.RuleId == "IS-816" && one.Recipient == "");
        view.Transfer.Locations[0].DutyNumber.ShouldBe("0113 496 0000");
        view.Transfer.Chronology[0].Item.Id.ShouldBe("E1");
        view.Transfer.Chronology[0].Text.Text_.ShouldBeEmpty();
    }

    [Fact]
    public void The_agency_that_supervises_gets_the_sender_and_no_area()
    {
        var transfer = Family();
        transfer.Copies[0].Supervises = "P2";
        transfer.Moves.Add(new EarlierArea { Item = new Item { Id = "M1" }, AreaGss = "E08000025", Country = Party.Types.Country.Wls });
        transfer.CaseOwner = new Who { Name = "N Officer", Org = "Barnsley" };
        transfer.OngoingWork.Add(new OngoingWork { Item = new Item { Id = "O1" }, Text = new Text { Text_ = "Leeds will visit." }, Lead = new Who { Name = "New Worker", Org = "Leeds City Council" } });

        var view = View.For(transfer, Copy);

        Fields(view).ShouldBe([
            "lead.agency", "lead.area_gss", "alert.where_now_or_last", "moves[M1].area_gss", "moves[M1].country", "locations", "registrations", "persons[P1].contacts",
            "ongoing_work[O1].text", "ongoing_work[O1].lead.org", "marac.idva_to"]);
        view.Transfer.From.ShouldBe(transfer.From);
        view.Transfer.CaseOwner.ShouldBe(transfer.CaseOwner);
        view.Transfer.Copies[0].Party.ShouldBe(transfer.Copies[0].Party);
    }

    [Fact]
    public void Fields_that_this_version_does_not_know_are_left_out()
    {
        var transfer = Transfer.Parser.ParseFrom([.. Google.Protobuf.MessageExtensions.ToByteArray(Family()), 0xFA, 0x3F, 3, (byte)'a', (byte)'b', (byte)'c']);

        View.For(transfer, Lead).Transfer.ShouldBe(Family());
    }

    [Fact]
    public void An_agency_that_is_no_recipient_is_told_so() =>
        Should.Throw<ArgumentException>(() => View.For(Family(), "essex-police"));

    [Fact]
    public void A_party_that_is_not_listed_gets_what_an_unnamed_copy_gets()
    {
        var view = View.For(Family(), new Party { Agency = "essex-police" });

        view.Transfer.Locations.ShouldBeEmpty();
        view.Withheld[0].Recipient.ShouldBe("essex-police");
    }

    private static IEnumerable<string> Fields(View view) => view.Withheld.Select(one => one.Field);

    private static Item Item(string id, DataClass dataClass, string namedFor, string because) => new()
    {
        Id = id,
        Handling = new Handling { DataClass = dataClass, NamedFor = { namedFor.Length == 0 ? [] : [namedFor] }, NecessaryBecause = because },
    };

    /// <summary>A child with somebody who causes harm, a home in Leeds and a copy that nothing is named for.</summary>
    internal static Transfer Family() => new()
    {
        Kind = Transfer.Types.Kind.FullTransfer,
        From = new Party { Agency = "barnsley", AreaGss = "E08000016", AgencyKind = AgencyKind.SocialCare },
        Lead = new Party { Agency = Lead, AreaGss = "E08000035", AgencyKind = AgencyKind.SocialCare },
        Copies = { new Transfer.Types.Copy { Party = new Party { Agency = Copy, AreaGss = "E09000007", AgencyKind = AgencyKind.Health } } },
        Alert = new Transfer.Types.Alert { WhereNowOrLast = new Text { Text_ = "with her aunt" } },
        Persons =
        {
            new Person
            {
                Ref = "P1",
                Roles = { Role.Child, Role.Victim },
                Names = { new Person.Types.Name { Given = "Ada", Family = "Example" } },
                Contacts = { new Person.Types.Contact { Kind = Person.Types.Contact.Types.Kind.Phone, Value = "07700 900123" } },
            },
            new Person { Ref = "P2", Roles = { Role.AllegedPerpetrator } },
        },
        Locations =
        {
            new Location { Item = new Item { Id = "L1" }, Of = { "P1" }, AddressLines = { "14 Larkspur Road", "Leeds" }, Postcode = "LS8 1AA", DutyNumber = "0113 496 0000" },
        },
        Registrations = { new Registration { Item = new Item { Id = "R1" }, Child = "P1", Kind = Registration.Types.Kind.School, OrganisationCode = "107564" } },
        Marac = new Marac { IdvaTo = new Who { Name = "New Worker" } },
    };
}
