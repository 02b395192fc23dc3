using InfoSharing.V1;
using InfoSharing.Validator.Words;

namespace InfoSharing.Tests.Unit.Words;

public sealed class TokenStatementTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("—")]
    [InlineData("n/a")]
    [InlineData("N/A.")]
    [InlineData("None")]
    [InlineData("see file")]
    [InlineData("See plan.")]
    [InlineData("As above")]
    [InlineData("as discussed")]
    [InlineData("TBC")]
    [InlineData("tbc!!")]
    [InlineData("N/A; see plan")]
    [InlineData("Please see the attached report for details")]
    [InlineData("Refer to case notes")]
    [InlineData("as per the CP plan")]
    [InlineData("See child's file")]
    [InlineData("See file: tbc")]
    [InlineData("Discussed in supervision")]
    [InlineData("Same as above")]
    [InlineData("x")]
    [InlineData("...")]
    public void Words_that_say_nothing_are_token(string words) => TokenStatement.IsToken(words).ShouldBeTrue();

    [Theory]
    [InlineData("None of the children were seen alone")]
    [InlineData("No change: he is still at the address")]
    [InlineData("See plan: the strangulation of 3 May weighed most")]
    [InlineData("See police report of 3 May")]
    [InlineData("As above, and he has breached bail twice")]
    [InlineData("Nothing has changed since the assault")]
    [InlineData("See the file note of the strategy meeting, where police said he was charged")]
    [InlineData("As discussed with the school she is afraid to go home")]
    [InlineData("Unknown man at the address")]
    [InlineData("Pending the court's decision on bail")]
    [InlineData("see file because he strangled her")]
    [InlineData("Strangled on 3 May")]
    [InlineData("Unsafe")]
    public void Words_that_say_something_are_not(string words) => TokenStatement.IsToken(words).ShouldBeFalse();

    [Fact]
    public void A_missing_text_is_token() => TokenStatement.IsToken((Text?)null).ShouldBeTrue();

    [Fact]
    public void A_very_long_word_is_not() => TokenStatement.IsToken(new string('n', 10_000)).ShouldBeFalse();
}
