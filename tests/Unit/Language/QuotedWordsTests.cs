using InfoSharing.Tests.Unit.Rules;
using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Language;

public sealed class QuotedWordsTests
{
    [Theory]
    [InlineData("A neighbour said, \"why didn't she leave?\"")]
    [InlineData("A neighbour said, “why didn’t she leave?”")]
    [InlineData("A neighbour said, ‘why didn’t she leave?’")]
    [InlineData("A neighbour said, 'why didn't she leave?'")]
    [InlineData("\"Why didn't she leave?\" asked the neighbour.")]
    [InlineData("\"Why didn't she leave?\" Ms Specimen asked.")]
    [InlineData("“Why didn't she leave?” the old neighbour asked.")]
    [InlineData("According to her aunt “why didn't she leave” was all they heard.")]
    [InlineData("Her aunt wrote that \"why didn't she leave\" is what people think.")]
    [InlineData("Mother: \"I am tired. Why didn't she leave? I ask.\"")]
    [InlineData("Anna: “why didn't she leave”")]
    [InlineData("\"Why didn't she leave?\" – neighbour")]
    [InlineData("“Why didn't she leave” (neighbour, 3 May)")]
    [InlineData("In her own words: “why didn't she leave”.")]
    [InlineData("He told Ms. Specimen \"I was there. I stopped\", and \"why didn't she leave\".")]
    [InlineData("She said “he asked ‘why didn't she leave’ twice”.")]
    public void Words_whose_speaker_is_named_are_skipped(string words) => Given.EntriesIn(Given.AdultVictimBesideHarm(words)).ShouldBeEmpty();

    [Theory]
    [InlineData("A neighbour said, why didn't she leave?")]
    [InlineData("The question \"why didn't she leave\" stands.")]
    [InlineData("He said nothing. The question \"why didn't she leave?\" stands.")]
    [InlineData("\"Why didn't she leave?\" The social worker and the manager then said that the plan goes on.")]
    [InlineData("Mother \"is tired\" and why didn't she leave")]
    [InlineData("A neighbour said \"hello\" and why didn't she leave")]
    [InlineData("A neighbour said \"it began\n\nand why didn't she leave\"")]
    [InlineData("The neighbours' house: why didn't she leave. It is the parents' house.")]
    [InlineData("Concern: \"why didn't she leave\"")]
    [InlineData("She said “why” didn't she leave")]
    public void Words_whose_speaker_is_not_named_are_not(string words) => Given.EntriesIn(Given.AdultVictimBesideHarm(words)).ShouldBe([5]);

    [Fact]
    public void A_second_place_outside_the_marks_is_found() =>
        Given.EntriesIn(Given.AdultVictimBesideHarm("A neighbour said, \"why didn't she leave?\" We do not know. Why didn't she leave?")).ShouldBe([5]);

    [Fact]
    public void A_verbatim_text_is_skipped() =>
        Given.EntriesIn(Given.Entry(new Text { Text_ = "why didn't she leave", Verbatim = true }, Given.AdultVictim())).ShouldBeEmpty();

    [Theory]
    [InlineData(4u, 20u, "a neighbour", 0)]
    [InlineData(4u, 20u, " ", 1)]
    [InlineData(5u, 20u, "a neighbour", 1)]
    [InlineData(4u, 19u, "a neighbour", 1)]
    [InlineData(0u, 4_000_000_000u, "a neighbour", 0)]
    [InlineData(4_000_000_000u, 4_000_000_000u, "a neighbour", 1)]
    public void A_quote_counts_in_code_points_and_needs_its_speaker(uint start, uint length, string saidBy, int findings)
    {
        // Two characters of two units each stand before the words.
        var text = new Text { Text_ = "🙂🙂: why didn't she leave" };
        text.Quotes.Add(new Quote { Start = start, Length = length, SaidBy = saidBy });
        Given.EntriesIn(Given.Entry(text, Given.AdultVictim())).Length.ShouldBe(findings);
    }
}
