using System.Text.RegularExpressions;
using InfoSharing.Cli.Wording;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Tests.Component.Cli;

public class SourceWordsTests
{
    [Theory]
    [InlineData("L15, L25; DfE Information sharing advice 2024 [K wording]; practice 6", "L15, L25; DfE Information sharing advice 2024")]
    [InlineData("L15; Housing Act 1996 s213AA (CWS Act 2026 s11) [V; commencement to check]; practice 22", "L15; Housing Act 1996 s213AA (CWS Act 2026 s11)")]
    [InlineData("S9, L25; police minimum, Product", "S9, L25; police minimum")]
    [InlineData("S14; Product", "S14")]
    [InlineData("L15, L25", "L15, L25")]
    public void Our_own_notes_are_left_out(string source, string shown) => SourceWords.Of(source).ShouldBe(shown);

    [Fact]
    public void No_rules_source_is_shown_with_our_notes_and_none_is_left_empty()
    {
        foreach (var card in RuleSets.Newest.All.Select(rule => rule.Card))
        {
            var shown = SourceWords.Of(card.Source);
            shown.ShouldNotBeEmpty(card.Id);
            // "FM practice guidance" is a publication; "practice 6" is a page of ours.
            Regex.IsMatch(shown, @"practice \d|\[|Product|domain\.md").ShouldBeFalse($"{card.Id}: {shown}");
        }
    }
}
