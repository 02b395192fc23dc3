using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local;
using InfoSharing.Local.Broker;
using InfoSharing.Tests.Component.Development;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Tests.Component.Broker;

public sealed class PrepareTests(SharedBroker shared)
{
    private static readonly string[] Agencies = ["leeds-police", "leeds-health", "sandwell-health"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dry_run_changes_nothing_and_says_what_it_would_do()
    {
        await using var host = new PreparedHost(await shared.Get());
        var would = await host.Prepare(Agencies, dryRun: true);
        would.Changes.Select(change => change.What).ShouldContain("virtual host");
        (await host.State()).Exists.ShouldBeFalse();
        await host.Prepare(Agencies);
        (await host.State()).Exists.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_again_it_finds_nothing_to_do_and_mends_what_is_missing()
    {
        await using var host = await PreparedHost.Make(await shared.Get(), Agencies);
        (await host.Prepare(Agencies)).Changes.ShouldBeEmpty();

        await using (var administrator = await host.ConnectAdministrator())
        await using (var channel = await administrator.CreateChannelAsync(cancellationToken: Stop))
        {
            await channel.QueueDeleteAsync(BrokerNames.QueueOf("leeds-health", Lane.Documents), ifUnused: false, ifEmpty: false, cancellationToken: Stop);
            await channel.QueueUnbindAsync(BrokerNames.QueueOf("sandwell-health", Lane.Transfers), BrokerNames.ExchangeOf("leeds-police"), BrokerNames.QueueOf("sandwell-health", Lane.Transfers), cancellationToken: Stop);
        }
        var mended = await host.Prepare(Agencies);
        mended.Changes.GroupBy(change => (change.Agency, change.What)).Select(one => (one.Key.Agency, one.Key.What, one.Count()))
            .ShouldBe([("leeds-health", "queue", 1), ("leeds-police", "binding", 2), ("sandwell-health", "binding", 1)], ignoreOrder: true);
        (await host.Prepare(Agencies)).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_it_makes_is_three_quorum_queues_an_agency_and_rights_to_make_nothing()
    {
        await using var host = await PreparedHost.Make(await shared.Get(), Agencies);
        var state = await host.State();
        state.Queues.Count.ShouldBe(9);
        state.Queues.ShouldAllBe(queue => queue.Arguments!["x-queue-type"].GetString() == "quorum");
        state.Rights.OrderBy(rights => rights.User).ToList().ShouldBe(new List<BrokerRights>
        {
            new("leeds-health", "^$", @"^leeds-health\.out$", @"^leeds-health\.lane-[1-3]$"),
            new("leeds-police", "^$", @"^leeds-police\.out$", @"^leeds-police\.lane-[1-3]$"),
            new("sandwell-health", "^$", @"^sandwell-health\.out$", @"^sandwell-health\.lane-[1-3]$"),
        }, customMessage: "the administrator's own lasted no longer than the preparing");
        state.Bindings.Count(binding => binding.Source.Length > 0).ShouldBe(3 * 2 * 3);
    }

    [Fact]
    public async Task Rights_that_were_widened_are_taken_back_and_others_in_the_virtual_host_are_pointed_out()
    {
        await using var host = await PreparedHost.Make(await shared.Get(), Agencies);
        using var api = new ManagementApi(host.Administrator);
        await api.PutAsync(ManagementApi.Path("permissions", host.Name, "leeds-police"), new { Configure = ".*", Write = ".*", Read = ".*" }, Stop);
        var again = await host.Prepare(["leeds-police", "leeds-health"]);
        again.Changes.Select(change => (change.Agency, change.What)).ShouldBe([("leeds-police", "rights")]);
        again.Notices.ShouldContain($"sandwell-health has rights in the virtual host {host.Name} and is no agency of the directory: take them away, unless you know why.");
        (await host.State()).Rights.Single(rights => rights.User == "leeds-police").Configure.ShouldBe("^$");
    }

    [Fact]
    public async Task A_queue_of_another_kind_is_pointed_out()
    {
        await using var host = new PreparedHost(await shared.Get());
        await host.Prepare(["leeds-police"], queues: QueueKind.Classic);
        (await host.Prepare(["leeds-police"])).Notices.Count(notice => notice.Contains("is a classic queue, and quorum was asked for", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task The_verb_reads_the_directory_prints_what_it_made_and_keeps_passwords_for_their_owner_alone()
    {
        var broker = await shared.Get();
        await using var host = new PreparedHost(broker);
        using var data = await Networks.Copied();
        var officers = Enumerable.Range(1, 3).SelectMany(number => new[] { "--officer", Path.Combine(data.Folder, "authority", $"officer-{number}.crt") });
        var passwords = Path.GetDirectoryName(host.PasswordFile("x"))!;
        string[] typed = ["broker", "prepare", "--management", broker.Management.OriginalString, "--administrator-password-file", broker.PasswordFile, "--virtual-host", host.Name,
            "--directory", Path.Combine(data.Folder, "directory.p7"), .. officers, "--passwords", passwords];
        var (code, output) = await Run(typed);
        code.ShouldBe(0, output);
        output.ShouldContain("21 bindings");
        output.ShouldContain("The broker is ready for 8 agencies; made or changed:");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(host.PasswordFile("leeds-police")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        output.ShouldNotContain(await File.ReadAllTextAsync(host.PasswordFile("leeds-police"), Stop));
        (await Run(typed)).Output.Trim().ShouldBe("The broker is ready for 8 agencies; nothing was changed.");
    }

    [Theory]
    [InlineData("--management takes an address: https://broker.example:15671.", "--administrator-password-file", "file", "--management", "nonsense")]
    [InlineData("Option '--administrator-password-file' is required.")]
    [InlineData("--directory needs --passwords: the folder where the agencies' passwords go.", "--administrator-password-file", "file", "--directory", "directory.p7")]
    public async Task What_was_not_understood_is_said(string expected, params string[] typed)
    {
        var (code, output) = await Run(["broker", "prepare", .. typed]);
        code.ShouldBe(2);
        output.Split(Environment.NewLine)[..2].ShouldBe([expected, "'infosharing broker prepare --help' shows how it is used."]);
    }

    [Fact]
    public async Task What_it_cannot_do_is_said_in_one_line()
    {
        var broker = await shared.Get();
        var wrong = broker.PasswordFile + ".wrong";
        await File.WriteAllTextAsync(wrong, "not it", Stop);
        (await Should.ThrowAsync<CannotStartException>(() => new BrokerPreparation(new(broker.Management, "administrator", wrong), new(_ => wrong)).RunAsync(Agencies, true, Stop)))
            .Message.ShouldContain("refuses the administrator");
        (await Should.ThrowAsync<CannotStartException>(() => new BrokerPreparation(new(new("http://127.0.0.1:1"), "administrator", wrong), new(_ => wrong)).RunAsync(Agencies, true, Stop)))
            .Message.ShouldContain("does not answer");
        (await Should.ThrowAsync<CannotStartException>(() => new BrokerPreparation(new(new("http://broker.example"), "administrator", wrong), new(_ => wrong)).RunAsync(Agencies, true, Stop)))
            .Message.ShouldContain("would cross the network in clear");
    }

    private static async Task<(int Code, string Output)> Run(params string[] args)
    {
        using var output = new StringWriter();
        var code = await LocalHost.Run(args, output, output, Stop);
        return (code, output.ToString());
    }
}
