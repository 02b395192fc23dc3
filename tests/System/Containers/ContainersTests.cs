using System.ComponentModel;
using System.Diagnostics;
using InfoSharing.Tests.SystemLane.Network;

namespace InfoSharing.Tests.SystemLane.Containers;

/// <summary>docker-compose.yml for real, under a project name of the test's own: ./test --long, where an engine answers.</summary>
public sealed class ContainersTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _callers = Path.Combine(Directory.CreateTempSubdirectory("infosharing-containers-").FullName, "callers");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_callers)!, recursive: true);

    [Fact]
    [Trait("Rounds", "many")]
    public async Task The_network_in_containers_carries_a_case_and_loses_nothing_with_all_of_its_containers()
    {
        if (Environment.GetEnvironmentVariable("INFOSHARING_ROUNDS") is null) Assert.Skip("It takes minutes: ./test --long runs it.");
        if (await Run("docker", "version") is not { Code: 0 }) Assert.Skip("No Docker engine answers here.");
        try
        {
            await Timed("up, from nothing", () => Compose("up", "--detach", "--wait")); // builds what is not built
            await Compose("cp", "prepare:/volumes/callers", _callers);
            (await Ask("send", "leeds-social-care", Path.Combine(RunningNetwork.Repository, "tests/Samples/complete.json"))).Code.ShouldBe(0);
            await UntilListed("delivered");
            output.WriteLine((await Run("docker", "stats", "--no-stream", "--format", "{{.Name}} {{.MemUsage}}")).Output);
            await Compose("restart");
            await Compose("up", "--detach", "--wait");
            await UntilListed("delivered");
            await AnAgencyBeforeItsDatabase();

            // No container is left, and the broker's data neither: the ledgers own every message.
            await Timed("down", () => Compose("down"));
            await Run("docker", "volume", "rm", $"{Project}_broker-data");
            await Timed("up, every container new", () => Compose("up", "--detach", "--wait"));
            await UntilListed("delivered");
            foreach (var agency in new[] { "leeds-social-care", "sandwell-social-care" }) (await Ask("verify", agency)).Code.ShouldBe(0);
        }
        finally
        {
            await Run("docker", "compose", "-p", Project, "down", "--volumes", "--timeout", "5");
        }
    }

    private const string Project = "infosharing-test";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // As after a power cut: it waits, and is neither ended nor started again.
    private static async Task AnAgencyBeforeItsDatabase()
    {
        const string Agency = "leeds-police";
        var before = await Restarts(Agency);
        await Compose("stop", "database");
        await Compose("restart", Agency);
        for (var began = Stopwatch.GetTimestamp(); !(await Run("docker", "compose", "-p", Project, "logs", Agency)).Output.Contains("The ledger waits for", StringComparison.Ordinal); await Task.Delay(500, Stop))
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        await Compose("up", "--detach", "--wait");
        (await Restarts(Agency)).ShouldBe(before);
    }

    private static async Task<string> Restarts(string service) => (await Run("docker", "inspect", "--format", "{{.RestartCount}}", $"{Project}-{service}-1")).Output.Trim();

    private async Task Timed(string what, Func<Task> done)
    {
        var began = Stopwatch.GetTimestamp();
        await done();
        output.WriteLine($"{what}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
    }

    private async Task UntilListed(string state)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(500, Stop))
        {
            var listed = await Ask("list", "sandwell-social-care");
            if (listed.Output.Contains(state, StringComparison.Ordinal)) return;
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(2), listed.Output);
        }
    }

    private Task<(int Code, string Output)> Ask(string verb, string agency, params string[] more) =>
        Run("dotnet", [Path.Combine(RunningNetwork.Repository, "gateway/Cli/bin/Release/net10.0/InfoSharing.Cli.dll"), verb, .. more, "--as", agency, "--data", _callers]);

    private static async Task Compose(params string[] arguments)
    {
        var (code, said) = await Run("docker", ["compose", "-p", Project, .. arguments]);
        code.ShouldBe(0, said);
    }

    private static async Task<(int Code, string Output)> Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = RunningNetwork.Repository })!;
            var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await said + await error);
        }
        catch (Win32Exception)
        {
            return (127, $"{program} is not here");
        }
    }
}
