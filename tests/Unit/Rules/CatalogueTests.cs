using System.Text.RegularExpressions;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Tests.Unit.Rules;

/// <summary>
/// The cards hold the catalogue to the letter: whoever mends a sentence in one place is told of the other. Skipped where the
/// catalogue is not beside the repository.
/// </summary>
public sealed class CatalogueTests
{
    private static readonly Rule[] Built = [.. RuleSets.Newest.Rules];

    public static TheoryData<string> Ids => [.. Built.Select(rule => rule.Card.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_card_says_what_its_row_says(string id)
    {
        var rule = Built.Single(one => one.Card.Id == id);
        var row = NewerTexts.Over(Catalogue.Read().RowOf(id));
        var card = rule.Card;

        rule.Name.ShouldBe(row.Class);
        card.Severity.ToString().ToUpperInvariant().ShouldBe(row.Severity);
        card.Remedy.ShouldBe(row.Remedy);
        card.Source.ShouldBe(row.Source);
        card.MayRise.ShouldBe(row.MayRise);
        ((int)card.Group).ShouldBe(id["IS-".Length] - '0');
        card.Applies.ShouldBe(row.Applies);
        card.Owed.ShouldBe(row.Owed);
        card.Acts.ShouldBe(row.Acts);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_card_has_every_text_of_its_row_and_no_other(string id)
    {
        var card = Built.Single(one => one.Card.Id == id).Card;
        var row = NewerTexts.Over(Catalogue.Read().RowOf(id));

        row.Message.ShouldStartWith(card.Message);
        var rest = row.Message[card.Message.Length..];
        foreach (var (variant, text) in card.Variants)
        {
            if (row.WithoutItsClause(card.Message) == text || row.FromItsWord(card.Message) == text) continue;
            rest.Contains(text, StringComparison.Ordinal).ShouldBeTrue($"the variant {variant} is not in the row");
            rest = rest.Replace(text, "", StringComparison.Ordinal);
        }
        // "Short:" names a variant, "(… only where …)" says when a clause stands, "the same from …" where a variant begins.
        Regex.Replace(rest, @"\([^)]*\)|\b[A-Z][\w ]*:|the same from ""\w+""\.", "", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim().ShouldBeEmpty();
    }

    [Fact]
    public void What_no_manager_may_override_is_what_the_catalogue_names()
    {
        var never = Catalogue.Read().NeverOverridden;
        never.ShouldNotBeEmpty();
        Built.Where(rule => !rule.Card.Overridable).Select(rule => rule.Card.Id).ShouldBe(Built.Select(rule => rule.Card.Id).Where(never.Contains));
    }

    [Fact]
    public void What_refuses_is_what_the_first_release_names()
    {
        var refuse = Catalogue.Read().Refusing;
        refuse.Count.ShouldBe(20);
        Built.Where(rule => rule.Card.Severity == V1.Finding.Types.Severity.Refuse && rule.Card.Applies != TransferKinds.None).Select(rule => rule.Card.Id).ShouldBe(Built.Select(rule => rule.Card.Id).Where(refuse.Contains));
    }

    [Fact]
    public void Papers_are_owed_in_five_working_days_and_the_rest_in_one()
    {
        var papers = Catalogue.Read().Papers;
        papers.ShouldNotBeEmpty();
        foreach (var card in Built.Select(rule => rule.Card).Where(card => card.Owed != TransferKinds.None))
            card.OwedWithin.ShouldBe(papers.Contains(card.Id) ? Within.FiveWorkingDays : Within.AWorkingDay, card.Id);
    }

    [Fact]
    public void The_order_is_that_of_the_ids() =>
        Built.Select(rule => rule.Card.Id).ShouldBe(Built.Select(rule => rule.Card.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_is_a_rule() => Built.Select(rule => rule.Card.Id).ShouldBe(Catalogue.Read().Ids, ignoreOrder: true);
}
