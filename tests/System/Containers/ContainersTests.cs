using System.ComponentModel;
using System.Diagnostics;
using InfoSharing.Tests.SystemLane.Network;

namespace InfoSharing.Tests.SystemLane.Containers;

/// <summary>docker-compose.yml for real, under a project name of the test's own: ./test --long, where an engine answers.</summary>
public sealed class ContainersTests : IDisposable
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
            await Compose("up", "--detach", "--wait"); // builds what is not built
            await Compose("cp", "prepare:/volumes/callers", _callers);
            (await Ask("send", "leeds-social-care", Path.Combine(RunningNetwork.Repository, "tests/Samples/complete.json"))).Code.ShouldBe(0);
            await UntilListed("delivered");
            await Compose("restart");
            await Compose("up", "--detach", "--wait");
            await UntilListed("delivered");

            // No container is left, and the broker's data neither: the ledgers own every message.
            await Compose("down");
            await Run("docker", "volume", "rm", $"{Project}_broker-data");
            await Compose("up", "--detach", "--wait");
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
        var (code, output) = await Run("docker", ["compose", "-p", Project, .. arguments]);
        code.ShouldBe(0, output);
    }

    private static async Task<(int Code, string Output)> Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = RunningNetwork.Repository })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await error);
        }
        catch (Win32Exception)
        {
            return (127, $"{program} is not here");
        }
    }
}
