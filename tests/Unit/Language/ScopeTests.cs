using InfoSharing.Tests.Unit.Rules;
using InfoSharing.V1;
using ConcernKind = InfoSharing.V1.Concern.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Language;

/// <summary>The same words are plain fact about one person and blame about another.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("streetwise")]
    [InlineData("absconded")]
    [InlineData("witnessed domestic abuse")]
    public void Words_about_the_young_are_not_asked_of_adults(string words)
    {
        Given.EntriesIn(Given.YoungVictimBesideHarm(words)).Length.ShouldBe(1);
        Given.EntriesIn(Given.AdultVictimBesideHarm(words)).ShouldBeEmpty();
    }

    [Fact]
    public void An_open_concern_of_exploitation_counts_for_an_adult_too()
    {
        var transfer = Given.AdultVictimBesideHarm("streetwise");
        var concern = new Concern { Kind = ConcernKind.Cse, Status = Concern.Types.Status.Open };
        concern.About.Add("P1");
        transfer.Concerns.Add(concern);
        Given.EntriesIn(transfer).ShouldBe([26]);
        concern.Status = Concern.Types.Status.Closed;
        Given.EntriesIn(transfer).ShouldBeEmpty();
        (concern.Status, concern.About[0]) = (Concern.Types.Status.Open, "P77");
        Given.EntriesIn(transfer).ShouldBeEmpty();
    }

    [Fact]
    public void Provoked_is_asked_about_only_where_both_are_named()
    {
        Given.EntriesIn(Given.AdultVictimBesideHarm("provoked")).ShouldBe([30]);
        Given.EntriesIn(Given.Entry("provoked", Given.AdultVictim())).ShouldBeEmpty();
        Given.EntriesIn(Given.Entry("provoked", Given.AdultCausingHarm())).ShouldBeEmpty();
        Given.EntriesIn(Given.AdultAlone("provoked")).ShouldBeEmpty();
    }

    [Fact]
    public void One_person_alone_is_not_both() =>
        Given.EntriesIn(Given.Entry("provoked", Given.Somebody("P1", "1990-01-01", Role.Victim, Role.AllegedPerpetrator))).ShouldBeEmpty();

    [Fact]
    public void A_child_of_a_relationship_with_abuse_is_a_victim_too()
    {
        var transfer = Given.Entry("The boy provoked him", Given.MovingChild("P2"), Given.AdultCausingHarm());
        Given.EntriesIn(transfer).ShouldBeEmpty();
        var relationship = new Relationship { A = "P1", B = "P5", Abuse = Relationship.Types.Abuse.Known };
        relationship.Children.Add("P2");
        transfer.Relationships.Add(relationship);
        Given.EntriesIn(transfer).ShouldBe([30]);
    }

    [Theory]
    [InlineData("She is in a relationship with Ray Example")]
    [InlineData("older boyfriend")]
    public void A_relationship_is_asked_about_only_where_the_victim_is_young(string words)
    {
        Given.EntriesIn(Given.YoungVictimBesideHarm(words)).Length.ShouldBe(1);
        Given.EntriesIn(Given.AdultVictimBesideHarm(words)).ShouldBeEmpty();
    }

    [Fact]
    public void With_somebody_else_it_is_plain_fact() => Given.EntriesIn(Given.YoungVictimBesideHarm("She is in a relationship with Sam")).ShouldBeEmpty();

    [Fact]
    public void Beside_an_adult_victim_it_may_be_hers() =>
        Given.EntriesIn(Given.Entry("in a relationship with P5", Given.AdultVictim(), Given.Somebody("P2", "2009-10-01", Role.Child, Role.Victim), Given.AdultCausingHarm())).ShouldBeEmpty();

    [Fact]
    public void Perpetrator_is_plain_where_an_adult_is_meant()
    {
        Given.EntriesIn(Given.Entry("the perpetrator", Given.AdultCausingHarm(), Given.Somebody("P6", "2011-01-01", Role.YoungPersonWhoHarms))).ShouldBeEmpty();
        Given.EntriesIn(Given.AdultAlone("the perpetrator")).ShouldBeEmpty();
    }

    [Fact]
    public void Where_the_item_names_nobody_who_harms_the_cases_is_meant()
    {
        var transfer = Given.AdultAlone("the perpetrator");
        transfer.Persons.Add(Given.Somebody("P6", "2011-01-01", Role.YoungPersonWhoHarms));
        Given.EntriesIn(transfer).ShouldBe([37]);
    }

    [Fact]
    public void An_alert_is_about_the_children()
    {
        var transfer = Given.TransferOf(Given.MovingChild("P2"), Given.AdultVictim());
        transfer.Alert = new() { Worry = Given.Written("She is streetwise and provoked him") };
        Given.EntriesIn(transfer).ShouldBe([26]);
    }

    [Fact]
    public void Who_told_it_is_not_whom_it_is_about()
    {
        var claim = new Claim { Text = Given.Written("streetwise"), ToldBy = "P2" };
        claim.About.Add("P1");
        Given.EntriesIn(Given.TransferOf(Given.MovingChild("P2"), Given.AdultVictim(), claim)).ShouldBeEmpty();
        claim.About.Add("P2");
        Given.EntriesIn(Given.TransferOf(Given.MovingChild("P2"), Given.AdultVictim(), claim)).ShouldBe([26]);
    }

    [Fact]
    public void Without_a_birth_date_it_is_undecided()
    {
        var transfer = Given.Entry("streetwise", Given.Somebody("P2", "", Role.Child));
        var found = Given.Of(new Validator.Rules.PersonCausingHarm.WordsDoNotBlame(), transfer);
        found.Fired.ShouldBeEmpty();
        found.UndecidedOnes.Single().Field.ShouldBe("persons[P2].date_of_birth");
    }

    [Fact]
    public void An_unborn_child_is_under_eighteen() =>
        Given.EntriesIn(Given.Entry("exposed to domestic abuse", Given.Somebody("P2", "", Role.Unborn))).ShouldBe([36]);

    [Theory]
    [InlineData(38, "disguised compliance")]
    [InlineData(39, "hard to reach")]
    [InlineData(41, "attention seeking")]
    [InlineData(46, "challenging behaviour")]
    public void Four_entries_are_off_for_police_and_probation(int entry, string words)
    {
        var transfer = Given.AdultAlone(words);
        Given.EntriesIn(transfer).ShouldBe([entry]);
        transfer.From.AgencyKind = Party.Types.AgencyKind.Police;
        Given.EntriesIn(transfer).ShouldBeEmpty();
        transfer.From.AgencyKind = Party.Types.AgencyKind.Probation;
        Given.EntriesIn(transfer).ShouldBeEmpty();
        transfer.From = null;
        Given.EntriesIn(transfer).ShouldBe([entry]);
    }

    [Fact]
    public void A_setting_turns_an_entry_off_for_a_kind_of_agency()
    {
        var settings = new Settings();
        settings.Off.Add(new Settings.Types.Off { ListEntry = 40, AgencyKind = Party.Types.AgencyKind.Health });
        var transfer = Given.AdultAlone("hidden men");
        Given.EntriesIn(transfer, settings).ShouldBe([40]);
        transfer.From.AgencyKind = Party.Types.AgencyKind.Health;
        Given.EntriesIn(transfer, settings).ShouldBeEmpty();
    }
}
