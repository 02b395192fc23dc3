using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using InfoSharing.Cli;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Cli;

public sealed class ImportCinTests : IDisposable
{
    private const string Header =
        "<Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year><ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails><Source><LEA>383</LEA></Source></Header>";

    private const string Sound =
        "<Child><ChildIdentifiers><LAchildID>KESTREL7</LAchildID><UPN>A950000178301</UPN><PersonBirthDate>2015-05-05</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>" +
        "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>" +
        "<CINdetails><CINreferralDate>2024-10-01</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA></CINdetails></Child>";

    private static readonly string Odd = Sound.Replace("KESTREL7", "KESTREL8").Replace("A950000178301", "B950000178301");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("import-cin-");
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    private string Out => Path.Combine(_folder.FullName, "drafts");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task A_clean_return_ends_with_0_and_one_draft_a_child()
    {
        (await Import(Return(Sound))).ShouldBe(0);

        var draft = Transfer.Parser.ParseJson(await File.ReadAllTextAsync(Path.Combine(Out, "draft-000001.json"), TestContext.Current.CancellationToken));
        draft.From.Agency.ShouldBe("leeds-social-care");
        Guid.Parse(draft.Id).Version.ShouldBe(7);
        _output.ToString().ShouldEndWith($"1 child, 1 episode: 1 draft in {Out}; 0 oddities, 1 remark\n");
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_return_with_oddities_ends_with_1_and_lists_each_with_line_element_and_reason()
    {
        (await Import(Return(Sound, Odd))).ShouldBe(1);

        var text = _output.ToString();
        text.ShouldContain("        1  UPN\n");
        text.ShouldContain("  line 4       UPN: check letter does not fit, and characters 2 to 4 are no authority's number (1510, 1530)\n");
        text.ShouldEndWith($"2 children, 2 episodes: 2 drafts in {Out}; 1 oddity, 1 remark\n");
        var list = await File.ReadAllLinesAsync(Path.Combine(Out, "oddities.tsv"), TestContext.Current.CancellationToken);
        list[1].ShouldBe("4\tUPN\t1510, 1530\tcheck letter does not fit, and characters 2 to 4 are no authority's number\t\tOddity\tdraft-000002.json");
    }

    [Fact]
    public async Task A_file_that_breaks_off_ends_with_2_keeps_the_children_before_and_names_the_line()
    {
        (await Import(CutShort(Sound, "<Child><ChildIdentifiers>"))).ShouldBe(2);

        Directory.GetFiles(Out, "draft-*.json").Length.ShouldBe(1);
        _output.ToString().ShouldContain("Unreadable from line 4, ChildIdentifiers: the file ends in the middle: was it cut short? The children before it are imported.");
    }

    [Fact]
    public async Task A_file_that_is_no_return_ends_with_2()
    {
        (await Import("UPN,Name\n1,2\n")).ShouldBe(2);

        _output.ToString().ShouldContain("Unreadable from line 1");
        _output.ToString().ShouldContain("Nothing was imported.");
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_2_and_makes_no_folder()
    {
        (await CliHost.Run(["import", "cin", Path.Combine(_folder.FullName, "none.xml"), "--out", Out], _output, _error, cancel: TestContext.Current.CancellationToken)).ShouldBe(2);

        _error.ToString().ShouldStartWith("There is no file ");
        Directory.Exists(Out).ShouldBeFalse();
    }

    [Fact]
    public async Task Earlier_drafts_are_not_overwritten_unless_forced()
    {
        await Import(Return(Sound, Odd));
        var before = await File.ReadAllTextAsync(Path.Combine(Out, "draft-000001.json"), TestContext.Current.CancellationToken);

        (await Import(Return(Sound))).ShouldBe(2);
        _error.ToString().ShouldContain("holds the drafts of an earlier import. Give another folder, or --force to throw them away first. Nothing was imported.");
        (await File.ReadAllTextAsync(Path.Combine(Out, "draft-000001.json"), TestContext.Current.CancellationToken)).ShouldBe(before);

        (await Import(Return(Sound), "--force")).ShouldBe(0);
        Directory.GetFiles(Out, "draft-*.json").Length.ShouldBe(1);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Drafts_can_be_read_by_their_owner_alone_and_no_file_is_named_after_a_child()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows keeps its rights elsewhere");
        await Import(Return(Sound, Odd));

        File.GetUnixFileMode(Out).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.GetFiles(Out))
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
            Path.GetFileName(file).ShouldNotContain("KESTREL");
        }
    }

    [Fact]
    public async Task No_word_of_the_command_and_no_line_of_the_list_names_a_child()
    {
        await Import(CutShort(Odd, Odd, "<Child><ChildIdentifiers><LAchildID>KESTREL9"));

        foreach (var text in new[] { _output.ToString(), _error.ToString(), await File.ReadAllTextAsync(Path.Combine(Out, "oddities.tsv"), TestContext.Current.CancellationToken) })
        {
            text.ShouldNotContain("KESTREL");
            text.ShouldNotContain("B950000178301");
            text.ShouldNotContain("2015-05-05");
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_ends_with_2_and_a_cure()
    {
        await File.WriteAllTextAsync(Out, "a file where the folder should be", TestContext.Current.CancellationToken);

        (await Import(Return(Sound))).ShouldBe(2);

        _error.ToString().ShouldBe($"{Out} is a file. Give a folder with --out. Nothing was imported.\n");
    }

    [Fact]
    public async Task A_folder_under_a_file_ends_with_2_and_says_that_nothing_was_imported()
    {
        await File.WriteAllTextAsync(Out, "a file where a folder should be", TestContext.Current.CancellationToken);

        (await CliHost.Run(["import", "cin", await Write(Return(Sound)), "--out", Path.Combine(Out, "drafts")], _output, _error, cancel: TestContext.Current.CancellationToken)).ShouldBe(2);

        _error.ToString().ShouldBe($"The folder {Path.Combine(Out, "drafts")} cannot be made. Give another with --out. Nothing was imported.\n");
    }

    [Fact]
    public async Task What_an_import_that_was_killed_left_unfinished_is_thrown_away()
    {
        Directory.CreateDirectory(Out);
        await File.WriteAllTextAsync(Path.Combine(Out, ".draft-000009.json.unfinished"), "{", TestContext.Current.CancellationToken);

        (await Import(Return(Sound))).ShouldBe(0);

        Directory.GetFiles(Out).Select(Path.GetFileName).Order().ShouldBe(["draft-000001.json", "oddities.tsv"]);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_put_in_its_place_ends_with_2_and_leaves_no_half_of_it()
    {
        Directory.CreateDirectory(Path.Combine(Out, "draft-000001.json"));

        (await Import(Return(Sound))).ShouldBe(2);

        _error.ToString().ShouldContain("give another folder with --out", Case.Insensitive);
        Directory.GetFiles(Out).ShouldBeEmpty();
    }

    [Fact]
    public async Task Json_is_one_document_for_a_program()
    {
        (await Import(Return(Sound, Odd), "--json")).ShouldBe(1);

        using var result = JsonDocument.Parse(_output.ToString());
        result.RootElement.GetProperty("children").GetInt32().ShouldBe(2);
        result.RootElement.GetProperty("drafts").GetInt32().ShouldBe(2);
        result.RootElement.GetProperty("oddities").GetInt32().ShouldBe(1);
        result.RootElement.GetProperty("first")[0].GetProperty("line").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task A_reader_that_stops_listening_does_not_change_how_the_import_ends()
    {
        using var closed = new ClosedPipe();

        (await CliHost.Run(["import", "cin", await Write(Return(Sound)), "--out", Out], closed, _error, cancel: TestContext.Current.CancellationToken)).ShouldBe(0);

        Directory.GetFiles(Out, "draft-*.json").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("import", "cin")]
    [InlineData("import", "cin", "some.xml")]
    [InlineData("import", "cin", "some.xml", "--out", "x", "--what")]
    public async Task A_command_that_is_not_understood_ends_with_2_and_points_to_help(params string[] args)
    {
        (await CliHost.Run(args, _output, _error, cancel: TestContext.Current.CancellationToken)).ShouldBe(2);

        _error.ToString().ShouldContain("'infosharing import cin --help'");
    }

    // The first child stands on line 3, each further one on the next.
    private static string Return(params string[] children) => CutShort(children) + "</Children></Message>";

    private static string CutShort(params string[] children) => $"<Message>\n{Header}<Children>\n{string.Join('\n', children)}";

    private async Task<string> Write(string xml)
    {
        var file = Path.Combine(_folder.FullName, "return.xml");
        await File.WriteAllTextAsync(file, xml, TestContext.Current.CancellationToken);
        return file;
    }

    private async Task<int> Import(string xml, params string[] more) => await CliHost.Run(["import", "cin", await Write(xml), "--out", Out, .. more], _output, _error, cancel: TestContext.Current.CancellationToken);

    private sealed class ClosedPipe : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("Broken pipe");
    }
}
