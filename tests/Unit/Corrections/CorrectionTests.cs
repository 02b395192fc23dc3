using InfoSharing.V1;
using InfoSharing.Validator.Corrections;

namespace InfoSharing.Tests.Unit.Corrections;

public sealed class CorrectionTests
{
    private static readonly Party Lead = Samples.Complete().Lead;
    private static readonly Party Copy = Samples.Complete().Copies[0].Party;
    private static readonly Party Unlisted = new() { Agency = "dudley-social-care", AgencyKind = Party.Types.AgencyKind.SocialCare };

    [Theory]
    [InlineData("decisions[D1].threshold", "decisions[D1].threshold", "likely significant harm", "significant harm")]
    [InlineData("decisions[0].threshold", "decisions[D1].threshold", "likely significant harm", "significant harm")]
    [InlineData("persons[P2].names[0].given", "persons[P2].names[0].given", "Zennor", "Zenor")]
    [InlineData("move.isSeparation", "move.is_separation", "YES", "NO")]
    [InlineData("move.date", "move.date", "2026-10-12", "2026-10-13")]
    public void A_field_is_named_as_a_finding_names_it_and_both_texts_are_kept(string field, string path, string was, string says)
    {
        var transfer = Samples.Complete();

        var (correction, faults) = Correction.Of(transfer, field, says, []);

        faults.ShouldBeEmpty();
        correction!.ShouldSatisfyAllConditions(one => one.Field.ShouldBe(path), one => one.Was.ShouldBe(was), one => one.Is.ShouldBe(says));
        transfer.ShouldBe(Samples.Complete(), "nothing is overwritten");
        correction!.For(Lead, "I wrote it down wrongly.").ShouldBe(new CorrectedView(path, was, says, "I wrote it down wrongly.", 0));
    }

    [Theory]
    [InlineData("decisions[D9].threshold", "x", "\"decisions\" has none of that id or number.")]
    [InlineData("decisions[D1].treshold", "x", "There is no field \"treshold\" there. Did you mean \"threshold\"?")]
    [InlineData("decisions.threshold", "x", "\"decisions\" is a list: say which of it, by its id or its number from 0, in brackets.")]
    [InlineData("decisions[D1]", "x", "Name one field of it: each is corrected by itself.")]
    [InlineData("lead.agency", "dudley-social-care", "This says what the transfer is, who sends it to whom or how it is handled. It is not corrected: send a next version, or another transfer.")]
    [InlineData("locations[LO1].item.handling.data_class", "ORDINARY", "This says what the transfer is, who sends it to whom or how it is handled. It is not corrected: send a next version, or another transfer.")]
    [InlineData("move.is_separation", "perhaps", "This cannot stand there. Write a code as the contract has it, a number in digits, or true or false.")]
    [InlineData("decisions[D1].threshold", "likely significant harm ", "It says so already.")]
    [InlineData("", "x", "This is no field. Write it as a finding names it: decisions[D1].reasoning.")]
    public void What_cannot_be_corrected_is_said_with_its_cure(string field, string says, string words) =>
        Correction.Of(Samples.Complete(), field, says, []).Faults.ShouldHaveSingleItem().Words.ShouldBe(words);

    [Fact]
    public void What_does_not_hold_the_fields_form_is_no_correction() =>
        Correction.Of(Samples.Complete(), "move.date", "last Monday", []).Faults.ShouldHaveSingleItem().Field.ShouldBe("move.date");

    [Fact]
    public void What_is_corrected_again_said_what_the_last_correction_says()
    {
        var again = Correction.Of(Samples.Complete(), "decisions[D1].threshold", "child in need", [("decisions[D1].threshold", "significant harm")]).Correction;

        again!.Was.ShouldBe("significant harm");
    }

    [Theory]
    [InlineData("locations[LO2].postcode", "LS0 9QX")]
    [InlineData("registrations[RG1].organisation_code", "M88978")]
    public void Of_a_field_that_a_view_withholds_neither_the_words_nor_the_name_reach_it(string field, string says)
    {
        var correction = Correction.Of(Samples.Complete(), field, says, []).Correction;

        correction!.For(Copy, "A slip.").ShouldBeNull();
        correction.For(Unlisted, "A slip.").ShouldBeNull();
        correction.For(Lead, "A slip.")!.Is.ShouldBe(says);
    }

    [Fact]
    public void New_words_that_hold_a_protected_place_are_withheld_from_a_copy_that_had_the_old()
    {
        var correction = Correction.Of(Samples.Complete(), "move.risk_effect_reason", "He does not know the duty number 01632 960733.", []).Correction;

        correction!.For(Copy, "More is known.").ShouldBe(new CorrectedView("", "", "", "", 1));
        correction.For(Lead, "More is known.")!.Is.ShouldContain("01632 960733");
    }

    [Fact]
    public void A_protected_place_that_was_corrected_is_protected_still()
    {
        var correction = Correction.Of(Samples.Complete(), "move.risk_effect_reason", "He does not know the duty number 01632 960733.", [("locations[LO1].duty_number", "01632 960734")]).Correction;

        correction!.For(Copy, "More is known.").ShouldBe(new CorrectedView("", "", "", "", 1));
    }

    [Fact]
    public void Words_that_a_correction_makes_safe_go_and_the_old_ones_do_not()
    {
        var transfer = Samples.Complete();
        transfer.Move.RiskEffectReason.Text_ = "Ring 01632 960733 first.";
        var correction = Correction.Of(transfer, "move.risk_effect_reason", "Ring the duty team first.", []).Correction;

        correction!.For(Copy, "A number stood here.").ShouldBe(new CorrectedView("move.risk_effect_reason", "", "Ring the duty team first.", "A number stood here.", 1));
    }

    [Fact]
    public void A_reason_that_gives_the_place_away_stays_with_the_lead()
    {
        var correction = Correction.Of(Samples.Complete(), "decisions[D1].threshold", "significant harm", []).Correction;

        correction!.For(Copy, "The refuge (PO Box 84417) told us.").ShouldBe(new CorrectedView("decisions[D1].threshold", "likely significant harm", "significant harm", "", 1));
    }
}
