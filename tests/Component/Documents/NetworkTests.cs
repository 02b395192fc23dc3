using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using InfoSharing.Client;
using InfoSharing.Exchange.Documents;
using InfoSharing.Exchange.Identity;
using InfoSharing.Local.Running;
using InfoSharing.Tests.Component.Cli;
using InfoSharing.Tests.Component.Development;
using InfoSharing.Tests.Component.Identity;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Documents;

/// <summary>Documents as their users send and get them: by the command line and the client, over a running network.</summary>
public sealed class NetworkTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_attached_to_a_send_and_comes_byte_for_byte_though_the_network_stops_half_way()
    {
        using var data = await Networks.Copied();
        var file = Path.Combine(data.Folder, "plan.txt");
        await File.WriteAllBytesAsync(file, Papers.Large(24 << 20), Stop);
        var transfer = InfoSharing.Tests.Samples.Complete();
        transfer.Documents[0].Sha256 = ByteString.Empty;
        var id = transfer.Id;
        await using (var network = await Start(data))
        {
            var (code, said, error) = await Run(data, JsonFormatter.Default.Format(transfer), "send", "-", "--attach", $"DO1={file}", "--as", "leeds-social-care");
            code.ShouldBe(0, error);
            said.ShouldContain("DO1 is taken: text/plain");
            await Until(async () => (await Run(data, "", "show", id, "--as", "sandwell-social-care")) is (0, var page, _) && (page.Contains("parts are here", StringComparison.Ordinal) || page.Contains("here, whole", StringComparison.Ordinal)));
        }
        await using (var network = await Start(data))
        {
            var got = Path.Combine(data.Folder, "got.txt");
            await Until(async () => (await Run(data, "", "download", id, "DO1", "--out", got, "--as", "sandwell-social-care")).Code == 0);
            File.ReadAllBytes(got).AsSpan().SequenceEqual(File.ReadAllBytes(file)).ShouldBeTrue();
            if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(got).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, "its owner alone may read it");
            (await Run(data, "", "flow", id, "--as", "leeds-social-care")).Out.ShouldContain("Sandwell children's social care");
            var (code, _, error) = await Run(data, "", "download", id, "DO2", "--as", "sandwell-social-care");
            code.ShouldBe(2);
            error.ShouldContain("none of its parts has come yet");
            (await Run(data, "", "verify", "--as", "sandwell-social-care")).Code.ShouldBe(0);
        }
    }

    [Fact]
    public async Task What_is_not_taken_is_said_in_words_with_its_field_and_nothing_is_sent()
    {
        using var data = await Networks.Copied();
        await using var network = await Start(data);
        var program = Path.Combine(data.Folder, "plan.pdf");
        await File.WriteAllBytesAsync(program, [.. "MZ"u8, 0x90, 0, 3], Stop);
        var transfer = InfoSharing.Tests.Samples.Complete();

        var (code, _, error) = await Run(data, JsonFormatter.Default.Format(transfer), "send", "-", "--attach", $"DO1={program}", "--as", "leeds-social-care");
        code.ShouldBe(2);
        error.ShouldContain("Windows program");
        (await Run(data, JsonFormatter.Default.Format(transfer), "send", "-", "--attach", $"DO99={program}", "--as", "leeds-social-care")).Error.ShouldContain("names no document DO99");
        (await Run(data, JsonFormatter.Default.Format(transfer), "send", "-", "--attach", program, "--as", "leeds-social-care")).Error.ShouldContain("--attach DO1=plan.pdf");
        (await Run(data, "", "upload", transfer.Id, "DO1", Path.Combine(data.Folder, "none.pdf"), "--as", "leeds-social-care")).Error.ShouldContain("cannot be read");
        (await Run(data, "", "list", "--as", "leeds-social-care")).Out.ShouldNotContain(transfer.Id);

        using var client = Client(network, "leeds-social-care");
        (await Should.ThrowAsync<BadRequestException>(() => client.UploadDocumentAsync(transfer.Id, "DO1", new MemoryStream([.. "MZ"u8, 1])))).Faults.ShouldHaveSingleItem().Field.ShouldBe("chunk");
        var large = await Should.ThrowAsync<RpcException>(async () =>
        {
            using var call = client.Cases.UploadDocument(cancellationToken: Stop);
            await call.RequestStream.WriteAsync(new() { Start = new() { TransferId = transfer.Id, Document = "DO1", Bytes = DocumentForm.MostBytes + 1 } });
            await call.ResponseAsync;
        });
        (large.StatusCode, large.Status.Detail).ShouldBe((StatusCode.ResourceExhausted, "A document may have 100 MiB. Nothing of it is kept: send it in several documents, or as images of a lower resolution."));
    }

    [Fact]
    public async Task An_operator_and_an_auditor_neither_upload_nor_download()
    {
        await using var exchange = await Calls.Start();
        foreach (var role in new[] { Roles.Operator, Roles.Auditor })
        {
            var cases = new CaseExchange.CaseExchangeClient(exchange.ChannelWith(Calls.TokenOf(role)));
            using var download = cases.DownloadDocument(new() { TransferId = Guid.Empty.ToString(), Document = "DO1" }, cancellationToken: Stop);
            (await Should.ThrowAsync<RpcException>(() => download.ResponseStream.MoveNext(Stop))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
            using var upload = cases.UploadDocument(cancellationToken: Stop);
            (await Should.ThrowAsync<RpcException>(async () => await upload.ResponseAsync)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        }
    }

    internal static Task<RunningNetwork> Start(Networks data) => RunningNetwork.StartAsync(data.Folder, 0, new GoingClock(), new Progress<string>(), TextWriter.Null, Stop);

    private static Task<(int Code, string Out, string Error)> Run(Networks data, string input, params string[] args) => Shell.Run(input, [.. args, "--data", data.Folder]);

    internal static AgencyClient Client(RunningNetwork network, string agency) => new(new(network.AddressOf(agency)), File.ReadAllText(network.Network.TokenFileOf(agency)));

    internal static async Task Until(Func<Task<bool>> holds, TimeSpan? patience = null)
    {
        for (var since = Stopwatch.GetTimestamp(); !await holds(); await Task.Delay(50, Stop))
            if (Stopwatch.GetElapsedTime(since) > (patience ?? Patience)) Assert.Fail("It did not come in time.");
    }

    /// <summary>The time on which the samples are judged, going on: ten times as fast, so that what was on its way at a stop is soon due again.</summary>
    private sealed class GoingClock : TimeProvider
    {
        private static readonly DateTimeOffset Began = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Networks.Made + ((System.GetUtcNow() - Began) * 10);
    }
}
