using System.Diagnostics;
using Google.Protobuf;
using InfoSharing.Tests.Component.Development;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Documents;

/// <summary>What a large document takes of memory. Alone: what others hold meanwhile would be counted too.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
[Trait("Rounds", "many")]
public sealed class MemoryTests(ITestOutputHelper output)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_mebibytes_go_up_across_and_down_again_in_a_few_mebibytes_of_memory()
    {
        if (Environment.GetEnvironmentVariable("INFOSHARING_ROUNDS") is null) Assert.Skip("It takes minutes: ./test --long runs it.");
        using var data = await Networks.Copied();
        var file = Path.Combine(data.Folder, "large.txt");
        await using (var made = File.Create(file))
        {
            var mebibyte = Papers.Large(1 << 20);
            for (var i = 0; i < 100; i++) await made.WriteAsync(mebibyte, Stop);
        }
        await using var network = await NetworkTests.Start(data);
        using var leeds = NetworkTests.Client(network, "leeds-social-care");
        using var sandwell = NetworkTests.Client(network, "sandwell-social-care");
        var transfer = InfoSharing.Tests.Samples.Complete();
        transfer.Copies.Clear();
        transfer.Documents[0].Sha256 = ByteString.Empty;

        await using var held = new HeldMemory();
        output.WriteLine("Before: {0} MiB held.", held.Before >> 20);
        var since = Stopwatch.GetTimestamp();
        await using (var stream = File.OpenRead(file)) await leeds.UploadDocumentAsync(transfer.Id, "DO1", stream, cancellationToken: Stop);
        output.WriteLine("Up: {0:N1} s, {1} MiB more than before at most.", Stopwatch.GetElapsedTime(since).TotalSeconds, held.Most() >> 20);
        held.Most().ShouldBeLessThan(48L << 20, "client, service and ledger together");

        await leeds.Cases.SendAsync(new() { Transfer = transfer }, cancellationToken: Stop);
        await NetworkTests.Until(async () => (await sandwell.Cases.ListAsync(new(), cancellationToken: Stop)).Transfers.Any(one => one.TransferId == transfer.Id)
            && (await sandwell.Cases.GetAsync(new() { TransferId = transfer.Id }, cancellationToken: Stop)).Documents[0].State == DocumentNow.Types.State.Whole, TimeSpan.FromMinutes(10));
        output.WriteLine("Across: {0:N1} s since it began, {1} MiB more than before at most.", Stopwatch.GetElapsedTime(since).TotalSeconds, held.Most() >> 20);
        held.Most().ShouldBeLessThan(160L << 20, "eight agencies, of which two have parcels of it on their way");
        await using var got = File.Create(Path.Combine(data.Folder, "got.txt"));
        (await sandwell.DownloadDocumentAsync(transfer.Id, "DO1", got, cancellationToken: Stop)).ShouldBe(100L << 20);
    }
}
