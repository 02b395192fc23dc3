using InfoSharing.Kit.Cases;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.V1;
using Google.Protobuf;

namespace InfoSharing.Tests.Component.Cli;

public sealed class KitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infosharing-kit-").FullName;

    [Fact]
    public async Task A_kit_holds_a_bad_and_a_good_transfer_for_each_rule_with_the_report_that_each_must_get()
    {
        var (code, said, _) = await Shell.Run("", "kit", "--out", _folder);
        code.ShouldBe(0);
        var cases = KitCase.All(InfoSharing.Tests.Samples.JudgedOn);
        said.ShouldContain($"{cases.Count} transfers");
        foreach (var one in cases)
        {
            var start = Path.Combine(_folder, one.Rule.Card.Id, one.Which);
            JsonParser.Default.Parse<Transfer>(await Read(start + ".json")).ShouldBe(one.Example.Transfer);
            JsonParser.Default.Parse<Report>(await Read(start + ".report.json")).ShouldBe(one.Expected);
        }
    }

    [Fact]
    public async Task What_check_says_of_a_bad_transfer_is_the_report_that_the_kit_expects()
    {
        await Shell.Run("", "kit", "--out", _folder);
        var (_, report, _) = await Shell.Run("", "check", Path.Combine(_folder, "IS-102", "bad.json"), "--json");
        JsonParser.Default.Parse<Report>(report).ShouldBe(JsonParser.Default.Parse<Report>(await Read(Path.Combine(_folder, "IS-102", "bad.report.json"))));
    }

    [Fact]
    public async Task An_implementation_that_says_the_same_agrees_and_one_that_is_silent_differs()
    {
        await Shell.Run("", "kit", "--out", _folder);
        foreach (var id in new[] { "IS-101", "IS-102" })
            foreach (var which in new[] { "bad", "good" })
                File.Copy(Path.Combine(_folder, id, $"{which}.report.json"), Path.Combine(_folder, id, $"{which}.answer.json"));
        var (agreed, all, _) = await Shell.Run("", "kit", "--answers", _folder);
        agreed.ShouldBe(0);
        all.ShouldContain("4 agree, 0 differ");

        File.Copy(Path.Combine(_folder, "IS-102", "good.report.json"), Path.Combine(_folder, "IS-102", "bad.answer.json"), overwrite: true);
        var (differs, said, _) = await Shell.Run("", "kit", "--answers", _folder);
        differs.ShouldBe(1);
        said.ShouldContain("IS-102/bad: does not say REFUSE at decisions[D1].reasoning");
    }

    [Fact]
    public async Task An_answer_that_is_no_report_differs()
    {
        await Shell.Run("", "kit", "--out", _folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "IS-102", "bad.answer.json"), "{", TestContext.Current.CancellationToken);
        var (code, said, _) = await Shell.Run("", "kit", "--answers", _folder);
        code.ShouldBe(1);
        said.ShouldContain("no report in protobuf JSON");
    }

    [Fact]
    public async Task A_running_service_agrees_with_the_kit()
    {
        await using var exchange = await RunningExchange.Start();
        var (code, said, error) = await Shell.Run("", "kit", "--against", exchange.Address, "--token-file", (await SharedNetwork.Network).TokenFileOf(RunningExchange.Agency));
        error.ShouldBeEmpty();
        said.ShouldContain(", 0 differ,");
        said.ShouldNotStartWith("0 agree");
        code.ShouldBe(0);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_said_to_be_unreachable()
    {
        var (code, _, error) = await Shell.Run("", "kit", "--against", "http://127.0.0.1:1");
        code.ShouldBe(2);
        error.ShouldContain("could not be asked");
    }

    [Fact]
    public async Task A_token_does_not_travel_in_plain_text_to_another_machine()
    {
        var token = Path.Combine(_folder, "token");
        await File.WriteAllTextAsync(token, "secret\n", TestContext.Current.CancellationToken);
        var (code, _, error) = await Shell.Run("", "kit", "--against", "http://example.invalid:80", "--token-file", token);
        code.ShouldBe(2);
        error.ShouldContain("use https");
        error.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("kit")]
    [InlineData("kit", "--out", "a", "--answers", "b")]
    public async Task One_thing_is_asked_for_at_a_time(params string[] args)
    {
        var (code, _, error) = await Shell.Run("", args);
        code.ShouldBe(2);
        error.ShouldContain("Say one of");
    }

    [Fact]
    public async Task The_rules_pages_are_written_by_a_verb()
    {
        var (code, said, _) = await Shell.Run("", "rules", "--out", _folder);
        code.ShouldBe(0);
        said.ShouldContain("pages are in");
        (await Read(Path.Combine(_folder, "IS-102.md"))).ShouldContain("## Why");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<string> Read(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
