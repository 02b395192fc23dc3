using System.Diagnostics;
using System.Text.RegularExpressions;

namespace InfoSharing.Tests.SystemLane.Demo;

/// <summary>The story as one command, run as a person runs it; and the guide that shows what it prints.</summary>
public sealed partial class DemoTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_step_is_as_told_and_the_guide_shows_what_it_prints()
    {
        var (ended, said, error) = await Run("demo");

        ended.ShouldBe(0, said + error);
        error.ShouldBeEmpty();
        said.ShouldContain("Each step was as told.");
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository, "docs/guides/first-transfer.md"), Stop);
        var shown = guide.Split("```")[1].Split('\n', 2)[1];
        Masked(shown).ShouldBe(Masked(said), "docs/guides/first-transfer.md is not what demo prints: run ./infosharing demo and put its output there");
    }

    [Fact]
    public async Task What_is_kept_is_a_network_of_its_own_that_holds_the_story()
    {
        var folder = Directory.CreateTempSubdirectory("infosharing-demo-kept-");
        try
        {
            var (ended, said, error) = await Run("demo", "--data", folder.FullName);
            ended.ShouldBe(0, said + error);
            said.ShouldContain($"All of it is in {folder.FullName}.");
            File.Exists(Path.Combine(folder.FullName, "data", "network.json")).ShouldBeTrue();

            var (again, _, words) = await Run("demo", "--data", folder.FullName);
            again.ShouldBe(1);
            words.ShouldBe($"{folder.FullName} is not empty. The demo wants a folder of its own: give a new one with --data.\n");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Ended, string Said, string Error)> Run(params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Repository, "deploy/Local/bin", configuration, "net10.0/InfoSharing.Local.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (said, error) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await said, await error);
    }

    // Ids, times, digests, counts and folders are each run's own; steps of one second may change places.
    private static string[] Masked(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Folder().Replace(Digest().Replace(Number().Replace(Time().Replace(Id().Replace(line, "ID"), "TIME"), "N"), "DIGEST"), "FOLDER").TrimEnd()).Order(StringComparer.Ordinal)];

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("[0-9]{2}:[0-9]{2}(:[0-9]{2})?")]
    private static partial Regex Time();

    [GeneratedRegex("[0-9.]+ s(?=$|\\.)|[0-9,]+(?= links)")]
    private static partial Regex Number();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();

    [GeneratedRegex("/\\S*infosharing-demo-[^/\\s]+")]
    private static partial Regex Folder();
}
