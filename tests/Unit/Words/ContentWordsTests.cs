using InfoSharing.Validator.Words;

namespace InfoSharing.Tests.Unit.Words;

public sealed class ContentWordsTests
{
    [Theory]
    [InlineData("decide", "decides")]
    [InlineData("decide", "decided")]
    [InlineData("decide", "deciding")]
    [InlineData("stop", "stopping")]
    [InlineData("assessment", "assessments")]
    [InlineData("family", "families")]
    [InlineData("close", "closed")]
    [InlineData("case", "cases")]
    [InlineData("CASE", "Cases")]
    [InlineData("home", "homes")]
    [InlineData("risk", "risks")]
    [InlineData("visit", "visited")]
    [InlineData("assess", "assessed")]
    [InlineData("apply", "applied")]
    [InlineData("plan", "plans")]
    [InlineData("plan", "planned")]
    [InlineData("mother", "Mother’s")]
    public void Forms_of_a_word_are_one(string word, string form) => Of(word).ShouldBe(Of(form));

    [Theory]
    [InlineData("plan", "plant")]
    [InlineData("home", "hope")]
    [InlineData("assess", "asset")]
    public void Other_words_are_others(string word, string other) => Of(word).ShouldNotBe(Of(other));

    [Fact]
    public void Stop_words_are_left_out() => Of("It is the one that they have been").Count.ShouldBe(1);

    private static HashSet<ulong> Of(string text) => ContentWords.Of(WordList.Of(text));
}
