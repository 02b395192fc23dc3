using System.Net;
using System.Net.Sockets;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Distributed;
using InfoSharing.Local.Private;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.V1;
using Police = InfoSharing.AgencyServices.Police.Program;

namespace InfoSharing.Tests.Component.Development;

/// <summary>One agency alone, as its Program runs it.</summary>
public class ProcessTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_where_it_is_and_that_it_holds_what_it_takes()
    {
        using var network = await Networks.Copied();
        using var ended = new CancellationTokenSource();
        using var output = new ReadyWriter(ended, "holds them");
        using var error = new StringWriter();
        var code = await Run(["--agency", "leeds-police", "--data", network.Folder, "--port", "0", "--environment", "Development"], output, error, ended.Token);
        error.ToString().ShouldBe("");
        code.ShouldBe(0);
        output.ToString().ShouldContain("leeds-police is ready at http://127.0.0.1:");
        output.ToString().ShouldContain("(infosharing.delivery)");
        (await File.ReadAllTextAsync(Path.Combine(network.Folder, "network.json"), Stop)).ShouldNotContain("\"http://127.0.0.1:5750\"", Case.Sensitive, "the port was a free one, and network.json says so");
    }

    [Theory]
    [InlineData("leeds-social-care", "leeds-social-care is an agency for social care, and this service is for police: start it with --agency and an agency for police, or start the service for social care.")]
    [InlineData("atlantis-police", "There is no agency atlantis-police in the development network: give --agency leeds-police or --agency sandwell-police.")]
    [InlineData("", "Say which agency this is: --agency leeds-police or --agency sandwell-police.")]
    public async Task An_agency_that_is_not_its_own_is_refused_in_one_line(string agency, string words)
    {
        using var network = await Networks.Copied();
        (await Refused("--agency", agency, "--data", network.Folder, "--environment", "Development")).ShouldBe(words);
    }

    [Fact]
    public async Task A_port_that_is_none_is_refused_in_one_line()
    {
        using var network = await Networks.Copied();
        (await Refused("--agency", "leeds-police", "--data", network.Folder, "--port", "many", "--environment", "Development")).ShouldBe("--port takes a number, 0 (a free port) to 65535.");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_one_line()
    {
        using var network = await Networks.Copied();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        (await Refused("--agency", "leeds-police", "--data", network.Folder, "--port", $"{port}", "--environment", "Development")).ShouldBe(
            $"127.0.0.1:{port} is taken by another program: stop that one, or give another port with --port.");
    }

    [Fact]
    public async Task Data_that_another_process_has_is_named_in_one_line()
    {
        using var network = await Networks.Copied();
        var ledger = Path.Combine(network.Folder, "leeds-police", "ledger");
        using var other = new InfoSharing.Exchange.Ledger.Engines.Sqlite.FolderLock(ledger);
        (await Refused("--agency", "leeds-police", "--data", network.Folder, "--port", "0", "--environment", "Development")).ShouldBe(
            $"The data folder {ledger} is in use by another InfoSharing process: stop that one, or give this one a folder of its own.");
    }

    [Fact]
    public async Task A_ledger_server_that_nobody_reaches_is_waited_for_and_then_named()
    {
        using var network = await Networks.Copied();
        using var silent = new SilentPort();
        (await Refused([.. OnServer(network, silent), "--Ledger:StartSeconds", "1"])).Split('\n', StringSplitOptions.TrimEntries).ShouldBe(
        [
            $"leeds-police warning 2008: The ledger waits for database leeds_police on 127.0.0.1:{silent.Number} (SocketException), up to 1 s",
            $"The ledger in database leeds_police on 127.0.0.1:{silent.Number} cannot be opened (SocketException): see that the server runs, that the database is there, and that Ledger:Connection and Ledger:PasswordFile name its owner.",
        ]);
    }

    [Fact]
    public async Task Told_to_stop_while_it_waits_for_its_ledger_it_ends_at_once_with_0()
    {
        using var network = await Networks.Copied();
        using var silent = new SilentPort();
        var waits = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var process = GuardedProcess.Start("dotnet", [AgencyProgram.FileOf(Party.Types.AgencyKind.Police), .. OnServer(network, silent)], AgencyProgram.Environment, _ => { }, line => waits.TrySetResult(line));
        (await waits.Task.WaitAsync(TimeSpan.FromMinutes(1), Stop)).ShouldContain("The ledger waits for database leeds_police");
        await process.StopAsync(TimeSpan.FromSeconds(20)); // then it would be killed
        (await process.Ended).ShouldBe(0);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_on_purpose_is_for_Development_alone() =>
        (await Refused("--environment", "Production", "--Clock:ShiftFile", "clock")).ShouldBe("Clock:ShiftFile makes an agency's clock wrong, to try what that does, and is for Development alone: leave it out.");

    [Fact]
    public async Task A_clock_is_as_wrong_as_its_file_says_and_right_again_without_it()
    {
        var right = new StandingClock(Networks.Made);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "86400\n", Stop);
        new ShiftedClock(right, file).GetUtcNow().ShouldBe(Networks.Made.AddDays(1));
        await File.WriteAllTextAsync(file, "-60", Stop);
        new ShiftedClock(right, file).GetUtcNow().ShouldBe(Networks.Made.AddMinutes(-1));
        await File.WriteAllTextAsync(file, "tomorrow", Stop);
        new ShiftedClock(right, file).GetUtcNow().ShouldBe(Networks.Made);
        File.Delete(file);
        new ShiftedClock(right, file).GetUtcNow().ShouldBe(Networks.Made);
    }

    [Fact]
    public async Task Outside_Development_every_missing_setting_is_named_at_once()
    {
        (await Refused("--environment", "Production")).Split('\n', StringSplitOptions.TrimEntries).ShouldBe(
            [
                "Agency:Id is blank: say which agency this is, for example --agency leeds-police.",
                "Keys:SigningFile is blank: name the PEM file with the agency's signing certificate and key.",
                "Keys:SealingFile is blank: name the PEM file with the agency's sealing certificate and key.",
                "Ledger:Folder is blank: name the folder of the agency's ledger.",
                "Ledger:StorageKeyFile is blank: name the file with the agency's storage key.",
                "Directory:File is blank: name the signed directory's file.",
                "Directory:OfficerFiles names 0 officers, and 2 must have signed: name each officer's certificate.",
                "Identity:TokensFile is blank: name the file with the digests of this agency's tokens.",
            ], ignoreOrder: true);
    }

    [Fact]
    public async Task Outside_Development_a_development_directory_is_refused_in_one_line()
    {
        using var network = await Networks.Copied();
        var settings = (await network.Open()).SettingsOf("leeds-police").Where(setting => setting.Value is not null).SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! });
        (await Refused([.. settings, "--Endpoint:Port", "0", "--environment", "Production"])).Split('\n')[^1].ShouldBe(
            $"{network.DirectoryFile}: The directory is one of a development authority. A service outside Development takes none of those.");
    }

    private static string[] OnServer(Networks network, SilentPort port) =>
    [
        "--agency", "leeds-police", "--data", network.Folder, "--port", "0", "--environment", "Development",
        "--Ledger:Engine", "postgres", "--Ledger:Connection", $"Host=127.0.0.1;Port={port.Number};Database=leeds_police;Username=leeds_police",
    ];

    private static async Task<string> Refused(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Run(args, output, error, Stop);
        code.ShouldBe(1);
        output.ToString().ShouldBe("");
        return error.ToString().Trim();
    }

    private static Task<int> Run(string[] args, TextWriter output, TextWriter error, CancellationToken stop) => new AgencyProcess(Police.Service, output, error, new StandingClock(Networks.Made)).RunAsync(args, stop);

    private sealed class ReadyWriter(CancellationTokenSource ended, string words) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value?.Contains(words, StringComparison.Ordinal) == true) await ended.CancelAsync();
        }
    }
}
