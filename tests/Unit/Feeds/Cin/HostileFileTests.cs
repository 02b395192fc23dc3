using System.Text;
using InfoSharing.Feeds.Cin;

namespace InfoSharing.Tests.Unit.Feeds.Cin;

public class HostileFileTests
{
    private static readonly string Child = $"<Child>\n{Census.Identifiers}{Census.Characteristics}{Census.Details()}\n</Child>";

    [Theory]
    [InlineData("", "the file is empty, or holds no XML")]
    [InlineData("LAchildID,UPN\n1,2\n", "is not well-formed XML from here")]
    [InlineData("<html><body/></html>", "the file begins with another element than Message: it is no census return")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><Message/>", "has a document type declaration, which is refused: take the DOCTYPE out")]
    [InlineData("<!DOCTYPE Message SYSTEM \"file:///etc/passwd\"><Message/>", "has a document type declaration, which is refused: take the DOCTYPE out")]
    public void What_is_no_return_is_unreadable_from_its_first_line(string text, string words)
    {
        var fault = Census.Read(text).ShouldHaveSingleItem().ShouldBeOfType<CinUnreadable>().Fault;

        fault.Words.ShouldBe(words);
        fault.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("<Child><ChildIdentifiers><LAchildID>Secret", "the file ends in the middle: was it cut short?")]
    [InlineData("<Child><LAchildID>Secret</Child>", "is not well-formed XML from here")]
    [InlineData("</Children></Message><Message/>", "a second return begins after the end of the first: import each from its own file")]
    [InlineData("<Child>&undeclared;</Child>", "is not well-formed XML from here")]
    public void Children_before_a_fault_are_kept_and_the_fault_is_one_result_at_its_line(string end, string words)
    {
        var results = Census.Read($"<Message>{Census.Header}<Children>{Child}\n{end}");

        results.Children().ShouldHaveSingleItem().Draft.ShouldNotBeNull();
        var fault = results[^1].ShouldBeOfType<CinUnreadable>().Fault;
        fault.Words.ShouldBe(words);
        fault.Line.ShouldBe(4);
    }

    [Fact]
    public void Bytes_that_are_not_in_the_named_encoding_end_the_reading_and_keep_what_came_before()
    {
        var start = Encoding.UTF8.GetBytes($"<Message>{Census.Header}<Children>{Child}<Child>");
        // A parser decodes ahead of what it hands out; in a real file the bad byte stands far behind what was kept.
        byte[] bytes = [.. start, .. Encoding.UTF8.GetBytes(new string(' ', 300_000)), 0xE9, 0x20, .. "</Child></Children></Message>"u8];

        var results = Census.Read(bytes);

        results.Children().Count.ShouldBe(1);
        results[^1].ShouldBeOfType<CinUnreadable>().Fault.Words.ShouldBe("holds bytes that are not in the encoding it names");
    }

    [Fact]
    public void A_child_with_ten_megabytes_of_text_is_passed_over_and_the_next_is_read()
    {
        var fat = $"<Child><ChildIdentifiers><LAchildID>{new string('x', 10_000_000)}</LAchildID></ChildIdentifiers></Child>";

        var children = Census.Read($"<Message>{Census.Header}<Children>{fat}{Child}</Children></Message>").Children();

        children.Count.ShouldBe(2);
        children[0].Draft.ShouldBeNull();
        children[0].Oddities.ShouldHaveSingleItem().Reason.ShouldStartWith("is over the limits of what is read for one child");
        children[1].Draft.ShouldNotBeNull();
    }

    [Fact]
    public void A_child_with_too_many_elements_is_passed_over_and_the_next_is_read()
    {
        var many = $"<Child>{string.Concat(Enumerable.Repeat("<CINdetails/>", 30_000))}</Child>";

        var children = Census.Read($"<Message>{Census.Header}<Children>{many}{Child}</Children></Message>").Children();

        children.Select(child => child.Draft is null).ShouldBe([true, false]);
    }

    [Fact]
    public void Elements_nested_without_end_are_refused() =>
        Census.Read("<Message>" + string.Concat(Enumerable.Repeat("<a>", 100_000)))[^1].ShouldBeOfType<CinUnreadable>().Fault.Words.ShouldBe("elements stand more than 64 deep in one another");

    [Fact]
    public void An_attribute_of_many_megabytes_is_refused() =>
        Census.Read($"<Message>{Census.Header}<Children a=\"{new string('x', 6_000_000)}\"/></Message>")[^1].ShouldBeOfType<CinUnreadable>().Fault.Words.ShouldBe("a single tag, comment, attribute or gap is over 4 MiB");

    [Fact]
    public void Names_without_end_are_refused()
    {
        var names = string.Concat(Enumerable.Range(0, 12_000).Select(number => $"<n{number}/>"));

        Census.Read($"<Message>{Census.Header}{names}</Message>")[^1].ShouldBeOfType<CinUnreadable>().Fault.Words.ShouldStartWith("has more than 10,000 different names");
    }
}
