using InfoSharing.Validator.Language;

namespace InfoSharing.Tests.Unit.Language;

public sealed class InflectionsTests
{
    [Theory]
    [InlineData("put", "puts,putting")]
    [InlineData("place", "places,placed,placing")]
    [InlineData("choose", "chooses,chose,chosen,choosing")]
    [InlineData("go", "goes,went,gone,going")]
    [InlineData("keep", "keeps,kept,keeping")]
    [InlineData("lead", "leads,led,leading")]
    [InlineData("become", "becomes,became,becoming")]
    [InlineData("withdraw", "withdraws,withdrew,withdrawn,withdrawing")]
    [InlineData("vulnerability", "vulnerabilities")]
    [InlineData("witness", "witnesses,witnessed,witnessing")]
    [InlineData("abscond", "absconds,absconded,absconding")]
    [InlineData("month", "months")]
    [InlineData("mule", "mules,mule's")]
    public void A_word_has_its_forms(string word, string forms)
    {
        var all = Inflections.Of(word).ToArray();
        all[0].ShouldBe(word);
        foreach (var form in forms.Split(',')) all.ShouldContain(form);
    }
}
