using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using InfoSharing.Tests.SystemLane.Moving;
using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;
using State = InfoSharing.V1.DocumentNow.Types.State;

namespace InfoSharing.Tests.SystemLane.Documents;

/// <summary>A document of many parts over a real broker, between processes of which the one that takes it is killed while parts are on their way.</summary>
public class DocumentKillTests
{
    private const string Plan = "DO1";
    private const int Parts = 24;
    private const int PartBytes = 512 << 10;
    private const int ChunkBytes = 64 << 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_whose_recipient_is_killed_while_its_parts_come_is_there_whole_each_part_once()
    {
        Servers.Need();
        await using var network = new RunningNetwork(distributed: true);
        await network.Start(Stop);
        var began = TimeProvider.System.GetTimestamp();
        var (leeds, sandwell) = (network[Way.Leeds], network[Way.Sandwell]);
        var transfer = Way.OneWay[0].Transfer(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        transfer.Documents.Single(document => document.Item.Id == Plan).Sha256 = ByteString.Empty; // that of the bytes that are uploaded
        var file = Letters((Parts * PartBytes) - 1);
        var uploaded = await Upload(leeds, transfer.Id, file);
        uploaded.Sha256.Span.SequenceEqual(SHA256.HashData(file)).ShouldBeTrue("nothing is taken out of words");
        await leeds.Insist(options => leeds.Cases.SendAsync(new() { Transfer = transfer, RequestId = "send" }, options), Stop);

        await Until(() => Task.FromResult(PartsAt(network) > 2), look: 20);
        var atTheKill = 0L;
        await new ChildProcesses(network.Folder).KillAgency(Way.Sandwell, Stop, between: () => atTheKill = PartsAt(network));
        atTheKill.ShouldBeLessThan(Parts, "all had come before the kill, which has proven nothing");

        await Until(async () => await Find(sandwell, transfer.Id) is { State: State.Whole });
        (await Download(sandwell, transfer.Id)).AsSpan().SequenceEqual(file).ShouldBeTrue();
        PartsAt(network).ShouldBe(Parts, "each part is stored once, however often it came");
        await Until(async () => (await Find(leeds, transfer.Id))!.Going.Single().Receipted == Parts);
        TestContext.Current.TestOutputHelper!.WriteLine($"{atTheKill} of {Parts} parts were there at the kill; all that followed the network's start took {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s.");
        (await network.Stop(Stop)).ShouldBe(0, network.Said);
    }

    private static long PartsAt(RunningNetwork network)
    {
        using var ledger = new StoredLedger(network.Folder, Way.Sandwell);
        return ledger.PartsReceived();
    }

    private static async Task<UploadDocumentReply> Upload(AgencyDoor door, string transfer, byte[] file)
    {
        using var call = door.Cases.UploadDocument(door.Endless(Stop));
        await call.RequestStream.WriteAsync(new() { Start = new() { TransferId = transfer, Document = Plan } }, Stop);
        foreach (var chunk in file.Chunk(ChunkBytes)) await call.RequestStream.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(chunk) }, Stop);
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    private static async Task<byte[]> Download(AgencyDoor door, string transfer)
    {
        using var call = door.Cases.DownloadDocument(new() { TransferId = transfer, Document = Plan }, door.Endless(Stop));
        using var got = new MemoryStream();
        await foreach (var reply in call.ResponseStream.ReadAllAsync(Stop)) got.Write(reply.Chunk.Span);
        return got.ToArray();
    }

    // Null where the transfer itself has not come: it and its documents go in lanes of their own, and either may be first.
    private static async Task<DocumentNow?> Find(AgencyDoor door, string transfer)
    {
        try
        {
            return (await door.Insist(options => door.Cases.GetAsync(new() { TransferId = transfer }, options), Stop)).Documents.Single(document => document.Document == Plan);
        }
        catch (RpcException none) when (none.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    private static async Task Until(Func<Task<bool>> holds, int look = 250)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(look));
        for (var began = TimeProvider.System.GetTimestamp(); !await holds(); await pause.WaitForNextTickAsync(Stop))
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Patience);
    }

    // As words: what no packing makes much smaller, and nothing is taken out of.
    private static byte[] Letters(int bytes)
    {
        var random = new Random(7);
        var letters = new StringBuilder(bytes);
        for (var i = 0; i < bytes; i++) letters.Append(i % 80 == 79 ? '\n' : (char)random.Next('a', 'z' + 1));
        return Encoding.ASCII.GetBytes(letters.ToString());
    }
}
