using System.Text.RegularExpressions;

namespace InfoSharing.Tests.Unit.Deployment;

/// <summary>What docker-compose.yml promises, held without an engine.</summary>
public class ComposeTests
{
    private const string User = "1654:1654";
    private static readonly Yaml File = Yaml.Read(Path.Combine(SharedData.RepositoryRoot, "docker-compose.yml")).Single();
    private static readonly string Dockerfile = System.IO.File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "deploy", "docker", "Dockerfile"));

    private static readonly string[] Agencies =
        ["leeds-police", "leeds-social-care", "leeds-health", "leeds-probation", "sandwell-police", "sandwell-social-care", "sandwell-health", "sandwell-probation"];

    private static readonly string[] Servers = ["broker", "collector", "database"];

    public static TheoryData<string> Services => [.. File["services"].Entries.Keys];

    public static TheoryData<string> AgencyServices => [.. Agencies];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_has_no_more_of_the_machine_than_it_needs(string name)
    {
        var service = File["services", name];
        service["user"].Text.ShouldBe(User);
        service["read_only"].Text.ShouldBe("true");
        service["cap_drop"].Texts.ShouldBe(["ALL"]);
        service["security_opt"].Texts.ShouldContain("no-new-privileges:true");
        foreach (var absent in new[] { "privileged", "cap_add", "devices", "pid", "ipc" }) service[absent].IsThere.ShouldBeFalse(absent);
        foreach (var limit in new[] { "mem_limit", "cpus", "pids_limit" }) service[limit].IsThere.ShouldBeTrue(limit);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_says_when_it_is_well_or_runs_to_its_end_and_waits_for_others_until_they_have_said_so(string name)
    {
        var service = File["services", name];
        if (service["restart"].Text == "no") service["healthcheck"].IsThere.ShouldBeFalse();
        else service["healthcheck", "test"].Texts.First().ShouldBe("CMD");
        foreach (var (other, how) in service["depends_on"].Entries)
            how["condition"].Text.ShouldBe(File["services", other, "restart"].Text == "no" ? "service_completed_successfully" : "service_healthy", $"{name} waits for {other}");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void An_image_is_pinned_and_is_never_the_latest(string name)
    {
        var image = File["services", name, "image"].Text;
        if (image.StartsWith("infosharing/", StringComparison.Ordinal)) File["services", name, "build"].IsThere.ShouldBeTrue($"{image} is ours, and built");
        else image.ShouldMatch(@"^[a-z0-9/.-]+:\d+\.\d+(\.\d+)?(-[a-z0-9]+)*(@sha256:[0-9a-f]{64})?$");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void No_secret_stands_in_the_file_and_nothing_is_published_beyond_this_machine(string name)
    {
        var service = File["services", name];
        foreach (var (variable, value) in service["environment"].Entries)
        {
            if (Regex.IsMatch(variable, "PASS|SECRET|TOKEN|KEY|COOKIE")) variable.ShouldEndWith("_FILE");
            value.Text.ShouldNotMatch("[0-9a-f]{16}");
        }
        foreach (var argument in service["command"].Texts) argument.ShouldNotMatch("(?i)password=|[0-9a-f]{16}");
        foreach (var port in service["ports"].Texts) port.ShouldStartWith("127.0.0.1:");
        if (service["image"].Text.StartsWith("infosharing/", StringComparison.Ordinal) && name != "collector") service["environment", "MASSTRANSIT_USAGE_TELEMETRY"].Text.ShouldBe("false");
        service["network_mode"].Text.ShouldNotBe("host");
        foreach (var volume in service["volumes"].Texts) volume.ShouldMatch("^[a-z-]+:/"); // of the machine's own folders none
    }

    [Theory]
    [MemberData(nameof(AgencyServices))]
    public void An_agency_has_its_own_volume_and_a_network_on_which_no_other_agency_is(string agency)
    {
        var service = File["services", agency];
        service["volumes"].Texts.ShouldBe([$"{agency}:/agency:ro,nocopy"]);
        service["networks"].Texts.ShouldBe([agency]);
        service["ports"].Texts.ShouldBe([$"127.0.0.1:{5750 + Array.IndexOf(Agencies, agency)}:5750"]);
        service["healthcheck", "test"].Texts.ShouldBe(["CMD", "agency", "--settings", "/agency/settings.json", "--probe", "infosharing.ledger"]);
        File["services"].Entries.Where(one => one.Value["networks"].Texts.Contains(agency)).Select(one => one.Key).ShouldBe([.. Servers, agency], ignoreOrder: true);
        File["services"].Entries.Where(one => one.Value["volumes"].Texts.Any(volume => volume.StartsWith($"{agency}:", StringComparison.Ordinal))).Select(one => one.Key).ShouldBe(["prepare", agency], ignoreOrder: true);
        File["networks", agency, "driver_opts", "com.docker.network.bridge.enable_ip_masquerade"].Text.ShouldBe("false");
    }

    [Fact]
    public void What_makes_the_keys_is_on_no_network_and_alone_sees_the_authoritys()
    {
        File["services", "prepare", "network_mode"].Text.ShouldBe("none");
        File["services"].Entries.Where(one => one.Value["volumes"].Texts.Any(volume => volume.StartsWith("network:", StringComparison.Ordinal))).Select(one => one.Key).ShouldBe(["prepare"]);
    }

    [Fact]
    public void Our_images_are_built_on_pinned_ones_and_run_as_nobody_special()
    {
        foreach (Match image in Regex.Matches(Dockerfile, "^ARG \\w+=(?<image>\\S+)$", RegexOptions.Multiline)) image.Groups["image"].Value.ShouldMatch(@":\d+\.\d+\.\d+-[a-z]+(@sha256:[0-9a-f]{64})?$");
        foreach (var stage in Regex.Split(Dockerfile, "^FROM ", RegexOptions.Multiline).Skip(2)) // after the one that builds
            if (Regex.Matches(stage, "^USER (?<user>\\S+)", RegexOptions.Multiline) is { Count: > 0 } users) users[^1].Groups["user"].Value.ShouldBe(User);
        // Every volume that is filled first has its owner from the image.
        foreach (var volume in File["services", "prepare", "volumes"].Texts.Select(volume => volume.Split('/')[^1])) Dockerfile.ShouldMatch($@"[ \n]{volume}[ ;\n]");
    }
}
