using System.Text.RegularExpressions;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Tests.Unit.Rules;

/// <summary>Every text read aloud: it is for a tired practitioner at 17:55, who did nothing wrong.</summary>
public sealed class TextTests
{
    // Words that blame, that hedge, or that are ours and not theirs.
    private static readonly string[] NotOurs =
    [
        "you failed", "you must", "you should have", "failed to", "invalid", "error", "mandatory", "illegal", "violation", "non-compliant",
        "it appears", "it seems", "it would seem", "you may wish", "might want to", "please note", "unfortunately", "kindly", "where appropriate", "as necessary", "going forward",
        "null", "enum", "payload", "protobuf", "json", "boolean", "validator", "field", "schema", "ref ", "string", "the system shall", "entity",
    ];

    // rules.md (c), "Placeholders".
    private static readonly HashSet<string> Placeholders =
    [
        "person", "other", "child", "other child", "victim", "person causing harm", "area", "agency", "number", "n", "months", "age", "list", "date", "what", "class", "tool", "order", "phrase", "alternative",
    ];

    public static TheoryData<string> Ids => [.. RuleSets.Newest.All.Select(rule => rule.Card.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_text_neither_blames_nor_hedges_nor_uses_our_words(string id)
    {
        foreach (var text in Texts(id))
            foreach (var word in NotOurs)
                text.Contains(word, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{id} says \"{word}\": {text}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_text_is_whole_sentences_that_can_be_said_in_one_breath_each(string id)
    {
        foreach (var text in Texts(id))
        {
            Regex.IsMatch(text, "^[A-Z\"{]").ShouldBeTrue(text);
            Regex.IsMatch(text, "[.?!\"]$").ShouldBeTrue(text);
            foreach (var sentence in Regex.Split(text, @"(?<=[.?!])\s")) sentence.Split(' ').Length.ShouldBeLessThanOrEqualTo(45, sentence);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_text_leaves_blank_only_what_the_readers_screen_can_fill(string id)
    {
        foreach (var text in Texts(id))
            Regex.Matches(text, @"\{([^}]+)\}").Select(match => match.Groups[1].Value).ShouldBeSubsetOf(Placeholders, text);
    }

    [Fact]
    public void Texts_of_two_rules_are_never_the_same()
    {
        var all = RuleSets.Newest.All.SelectMany(rule => rule.Card.Variants.Values.Append(rule.Card.Message)).ToList();
        all.Distinct().Count().ShouldBe(all.Count);
    }

    private static IEnumerable<string> Texts(string id)
    {
        var card = RuleSets.Newest.Find(id)!.Card;
        return card.Variants.Values.Append(card.Message).Append(card.Remedy);
    }
}
