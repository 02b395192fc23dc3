using System.Text;
using InfoSharing.Feeds.Cin;

namespace InfoSharing.Tests.Unit.Feeds.Cin;

public class FileShapeTests
{
    private static readonly string Child = $"<Child>{Census.Identifiers}{Census.Characteristics}{Census.Details()}</Child>";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public void An_encoding_that_the_file_names_is_read(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?>" + Census.Return();
        var bytes = name.StartsWith("utf", StringComparison.Ordinal) ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);

        var results = Census.Read(bytes);

        results.Faults().ShouldBeEmpty();
        results.Children().Count.ShouldBe(1);
    }

    [Fact]
    public void Windows_line_ends_comments_CDATA_and_a_namespace_change_nothing()
    {
        var plain = Census.Read(Census.Return()).Draft();
        var dressed = Census.Return().Replace("\n", "\r\n").Replace("5C", "<![CDATA[5C]]>").Replace("N1", "N<!-- one -->1").Replace("<Message>", "<Message xmlns='urn:cin' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b'>");

        var results = Census.Read(dressed);

        results.Faults().ShouldBeEmpty();
        results.Draft().ShouldBe(plain);
    }

    [Fact]
    public void A_missing_header_leaves_the_sender_blank_and_is_told_once()
    {
        var results = Census.Read($"<Message><Children>{Child}{Child.Replace("A1<", "A2<").Replace("<UPN>A950000178301</UPN>", "")}</Children></Message>");

        results.Faults().ShouldHaveSingleItem().ToString().ShouldBe("Header: is missing before the children, so their drafts name no sender and no year");
        results.Children().ShouldAllBe(child => child.Draft!.From.Agency == "");
    }

    [Fact]
    public void A_header_after_the_children_is_told()
    {
        var results = Census.Read($"<Message><Children>{Child}</Children>{Census.Header}</Message>");

        results.Faults().Select(oddity => oddity.ToString()).ShouldContain("Header: stands after children, whose drafts could not take anything from it");
        results.Children().Count.ShouldBe(1);
    }

    [Fact]
    public void Two_groups_of_children_are_both_read()
    {
        var results = Census.Read($"<Message>{Census.Header}<Children>{Child}</Children><Children>{Child.Replace("A1<", "A2<").Replace("<UPN>A950000178301</UPN>", "")}</Children></Message>");

        results.Children().Count.ShouldBe(2);
        results.Faults().ShouldHaveSingleItem().ToString().ShouldBe("Children: is given more than once; all are read");
    }

    [Theory]
    [InlineData("<LEA>383</LEA>", "<LEA>999</LEA>", "LEA: is no authority's number that we know, so the drafts name no sender, written 999")]
    [InlineData("<LEA>383</LEA>", "", "LEA: is missing, so the drafts name no sender")]
    [InlineData("<ReferenceDate>2025-03-31</ReferenceDate>", "", "ReferenceDate: is missing (100)")]
    [InlineData("<Year>2025</Year>", "<Year>2024</Year>", "ReferenceDate: is not 31 March of the return's Year, written 2025-03-31 (100)")]
    [InlineData("<Collection>CIN</Collection>", "<Collection>SSDA903</Collection>", "Collection: is not CIN: this may be another return")]
    public void What_is_wrong_with_the_header_is_told(string sound, string wrong, string told) =>
        Census.Read(Census.Return(header: Census.Header.Replace(sound, wrong))).Faults().ShouldHaveSingleItem().ToString().ShouldBe(told);

    [Fact]
    public void A_return_without_children_is_told() =>
        Census.Read($"<Message>{Census.Header}<Children/></Message>").Faults().ShouldHaveSingleItem().ToString().ShouldBe("Children: holds no child");

    [Fact]
    public void An_unknown_part_of_the_file_is_told_and_passed_over()
    {
        var results = Census.Read($"<Message>{Census.Header}<Adults><Adult>x</Adult></Adults><Children><Visitor/>{Child}</Children></Message>");

        results.Children().Count.ShouldBe(1);
        results.Faults().Select(oddity => oddity.Element).ShouldBe(["Adults", "Visitor"]);
        results.OfType<CinUnreadable>().ShouldBeEmpty();
    }
}
