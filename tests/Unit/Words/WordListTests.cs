using InfoSharing.Validator.Words;

namespace InfoSharing.Tests.Unit.Words;

public sealed class WordListTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" … — ", "")]
    [InlineData("She left.", "She left")]
    [InlineData("why didn't she", "why didn't she")]
    [InlineData("why didn’t she", "why didn’t she")]
    [InlineData("the ‘victims’ home", "the victims home")]
    [InlineData("risk-taking, attention-seeking", "risk taking attention seeking")]
    [InlineData("PC 1234 at 10.30", "PC 1234 at 10 30")]
    [InlineData("Zoë 🙂 Łukasz", "Zoë Łukasz")]
    public void Words_are_letters_and_digits_with_an_apostrophe_inside(string text, string words)
    {
        var list = WordList.Of(text);
        string.Join(' ', Enumerable.Range(0, list.Count).Select(i => list.Spelling(i).ToString())).ShouldBe(words);
    }

    [Theory]
    [InlineData("LEAVE", "leave")]
    [InlineData("Didn’t", "didn't")]
    [InlineData("rela\u00ADtionship", "relationship")]
    public void The_same_word_has_the_same_key(string written, string plain) => WordList.Of(written)[0].Key.ShouldBe(WordKey.Of(plain));

    [Fact]
    public void Another_word_has_another_key() => WordKey.Of("leave").ShouldNotBe(WordKey.Of("leaves"));

    [Theory]
    [InlineData("hard to. Reach", "Sentence,None,Sentence")]
    [InlineData("seen 10.30 today", "Sentence,None,None,None")]
    [InlineData("worry: none (today)", "Sentence,Phrase,Phrase")]
    [InlineData("hard to\nreach", "Sentence,None,None")]
    [InlineData("hard to\n\nreach", "Sentence,None,Sentence")]
    [InlineData("hard to\n- Reach", "Sentence,None,Sentence")]
    public void Breaks_part_sentences_and_phrases(string text, string breaks)
    {
        var list = WordList.Of(text);
        string.Join(',', Enumerable.Range(0, list.Count).Select(i => list[i].Before)).ShouldBe(breaks);
    }

    [Fact]
    public void A_sentence_reaches_from_its_first_word_to_its_last()
    {
        var list = WordList.Of("He was on bail. He left on 3.5 and came back! She rang.");
        (list.SentenceStart(6), list.SentenceEnd(6)).ShouldBe((4, 12));
    }

    [Fact]
    public void Every_word_lies_inside_the_text_and_none_overlap()
    {
        var text = string.Concat(Enumerable.Repeat("a'b-c’d. “é” 'x' ", 50));
        var list = WordList.Of(text);
        var end = 0;
        foreach (var word in list.All)
        {
            word.Start.ShouldBeGreaterThanOrEqualTo(end);
            word.Length.ShouldBeGreaterThan(0);
            end = word.End;
        }
        end.ShouldBeLessThanOrEqualTo(text.Length);
    }
}
