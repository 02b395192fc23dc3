using System.Security.Cryptography;
using System.Text.Json;
using InfoSharing.Cli;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local;
using InfoSharing.Local.Private;

namespace InfoSharing.Tests.Component.Local;

/// <summary>What the containers of a network are given, and an agency that runs by it.</summary>
public sealed class ContainersTests : IDisposable
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private readonly string _volumes = Directory.CreateTempSubdirectory("infosharing-volumes-").FullName;

    public void Dispose() => Directory.Delete(_volumes, recursive: true);

    [Fact]
    public async Task Each_container_gets_its_own_keys_and_passwords_for_itself_alone_and_a_second_run_changes_none()
    {
        await Prepare();
        var secrets = Secrets();
        if (!OperatingSystem.IsWindows())
            foreach (var file in Directory.EnumerateFiles(_volumes, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
                (File.GetUnixFileMode(file) & Others).ShouldBe(UnixFileMode.None, file);

        // Of what is secret a copy lies only where it is made, with whoever owns it, and with whoever must be told it.
        foreach (var agency in new[] { "leeds-police", "sandwell-health" })
        {
            Holders(secrets, $"{agency}/broker.password").ShouldBe([agency, "passwords"], ignoreOrder: true);
            Holders(secrets, $"{agency}/database.password").ShouldBe([agency, "passwords"], ignoreOrder: true);
            foreach (var key in new[] { "signing.pem", "sealing.pem", "storage.key" }) Holders(secrets, $"{agency}/{key}").ShouldBe([agency, "network"], ignoreOrder: true);
            Holders(secrets, $"{agency}/tls.key").ShouldBe([agency]);
        }
        Holders(secrets, "network/authority/officer-1.pem").ShouldBe(["network"]);
        Holders(secrets, "network/authority/network.pem").ShouldBe(["network"]);

        var settings = File.ReadAllText(Path.Combine(_volumes, "leeds-police", "settings.json"));
        foreach (var password in Directory.EnumerateFiles(Path.Combine(_volumes, "leeds-police"), "*.password")) settings.ShouldNotContain(File.ReadAllText(password));
        foreach (var value in JsonSerializer.Deserialize<Dictionary<string, string>>(settings)!.Values.Where(value => value.StartsWith("/agency/", StringComparison.Ordinal)))
            File.Exists(Path.Combine(_volumes, "leeds-police", value["/agency/".Length..])).ShouldBeTrue(value);

        await Prepare();
        Secrets().ShouldBe(secrets);
    }

    [Fact]
    public async Task An_agency_runs_by_the_settings_that_it_is_given_is_known_by_its_authority_and_says_whether_it_serves()
    {
        await Prepare();
        var (stop, port) = (TestContext.Current.CancellationToken, FreePort.Take(1)[0]);
        var (own, callers) = (Path.Combine(_volumes, "leeds-police"), Path.Combine(_volumes, "callers"));
        Rewrite(Path.Combine(own, "settings.json"), "/agency/", own + "/");
        Rewrite(Path.Combine(callers, "network.json"), ":5750", $":{port}");
        string[] args =
        [
            "--settings", Path.Combine(own, "settings.json"), "--environment", "Development", "--port", $"{port}", "--Endpoint:Port", $"{port}", "--Endpoint:Address", "127.0.0.1",
            "--Bus:Transport", "None", "--Ledger:Engine", "sqlite", "--Ledger:Connection", "", "--Ledger:PasswordFile", "", "--Ledger:Folder", Path.Combine(_volumes, "ledger"),
        ];
        (await Probe([.. args, "--probe"])).ShouldBe(1, "nobody is there yet");

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (said, complained) = (new StringWriter(), new StringWriter());
        var running = new AgencyProcess(AgencyServices.Police.Program.Service, TextWriter.Synchronized(said), TextWriter.Synchronized(complained), TimeProvider.System).RunAsync(args, stopping.Token);
        while (!said.ToString().Contains("is ready at https://127.0.0.1", StringComparison.Ordinal))
        {
            if (running.IsCompleted) Assert.Fail(complained.ToString());
            await Task.Delay(20, stop);
        }
        (await Probe([.. args, "--probe"])).ShouldBe(0);
        (await Probe([.. args, "--probe", "infosharing.ledger"])).ShouldBe(0);
        (await Probe([.. args, "--probe", "infosharing.delivery"])).ShouldBe(1, "it has no bus");
        (await Probe([.. args, "--probe", "infosharing.nothing"])).ShouldBe(1);

        var (listed, error) = (new StringWriter(), new StringWriter());
        (await CliHost.Run(["list", "--as", "leeds-police", "--data", callers], listed, error, cancel: stop)).ShouldBe(0, error.ToString());
        // Another authority's word is not taken.
        Rewrite(Path.Combine(callers, "network.json"), "authority.crt", "other.crt");
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        using (var other = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=other", key, HashAlgorithmName.SHA256).CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1)))
            await File.WriteAllTextAsync(Path.Combine(callers, "other.crt"), other.ExportCertificatePem(), stop);
        (await CliHost.Run(["list", "--as", "leeds-police", "--data", callers], listed, error, cancel: stop)).ShouldBe(75);

        await stopping.CancelAsync();
        await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(30), stop));
        running.IsCompleted.ShouldBeTrue("it stops when it is told to");
    }

    private async Task Prepare()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        (await LocalHost.Run(["containers", "prepare", "--volumes", _volumes], output, error, TestContext.Current.CancellationToken)).ShouldBe(0, error.ToString());
        output.ToString().ShouldBe($"Broker, database and 8 agencies have their keys, passwords and settings. They are made up, and for this machine alone.{Environment.NewLine}");
    }

    private static Task<int> Probe(string[] args) => new AgencyProbe(new StringWriter(), new StringWriter()).RunAsync(args);

    private static void Rewrite(string file, string what, string with) => File.WriteAllText(file, File.ReadAllText(file).Replace(what, with, StringComparison.Ordinal));

    private Dictionary<string, string> Secrets() => Directory.EnumerateFiles(_volumes, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".password" or ".pem" or ".key" || Path.GetFileName(file) == "token")
        .ToDictionary(file => Path.GetRelativePath(_volumes, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    private static IEnumerable<string> Holders(Dictionary<string, string> secrets, string file) =>
        secrets.Where(one => one.Value == secrets[file]).Select(one => one.Key.Split('/')[0]).Distinct().Order(StringComparer.Ordinal);
}
