using System.Buffers;
using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using Grpc.Wire;

namespace InfoSharing.Tests.Rpc;

/// <summary>The same framing rules for both readers: the client's over a stream, the server's over a pipe.</summary>
public class StreamMessageReaderTests
{
    private static readonly ReceiveLimits Limits = new(4 << 20, null, null, StatusCode.Internal);

    [Fact]
    public void Messages_of_any_size_come_back_however_the_stream_is_cut() =>
        Prop.ForAll<int[], int>((sizes, piece) =>
        {
            int[] lengths = [.. (sizes ?? []).Select(size => Math.Abs(size % 7) * 1171)];
            var stream = new PiecewiseStream(Framed(lengths), 1 + Math.Abs(piece % 3000));
            return ReadAll(stream).SequenceEqual(lengths);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(100_000_000)]
    public void Large_messages_among_small_ones_come_back(int piece) =>
        ReadAll(new PiecewiseStream(Framed([10, 3_000_000, 0, 70_000, 2_000_000, 5]), piece)).ShouldBe([10, 3_000_000, 0, 70_000, 2_000_000, 5]);

    [Fact]
    public async Task Length_that_lies_costs_no_more_memory_than_what_arrives()
    {
        var prefix = new byte[5];
        BinaryPrimitives.WriteUInt32BigEndian(prefix.AsSpan(1), 2_000_000_000);
        using var reader = Reader(new MemoryStream(prefix), new ReceiveLimits(null, null, null, StatusCode.Internal));
        var before = GC.GetTotalAllocatedBytes();

        (await Should.ThrowAsync<RpcException>(async () => await reader.ReadAsync(CancellationToken.None))).StatusCode.ShouldBe(StatusCode.Internal);

        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(50_000_000);
        reader.IsAtEnd.ShouldBeTrue();
    }

    [Fact]
    public async Task Messages_buffered_ahead_are_still_read()
    {
        using var reader = Reader(new PiecewiseStream(Framed([1, 2, 3]), 4), Limits);
        (await reader.FillToEndAsync(1000, CancellationToken.None)).ShouldBeTrue();
        (await reader.ReadAsync(CancellationToken.None))!.Length.ShouldBe(1);
        (await reader.ReadAsync(CancellationToken.None))!.Length.ShouldBe(2);
        (await reader.ReadAsync(CancellationToken.None))!.Length.ShouldBe(3);
        (await reader.ReadAsync(CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Reading_ahead_stops_at_its_limit()
    {
        using var reader = Reader(new PiecewiseStream(Framed([500, 500, 500]), 100), Limits);
        (await reader.FillToEndAsync(600, CancellationToken.None)).ShouldBeFalse();
        (await reader.ReadAsync(CancellationToken.None))!.Length.ShouldBe(500);
    }

    private static List<int> ReadAll(Stream stream)
    {
        using var reader = Reader(stream, Limits);
        var lengths = new List<int>();
        while (reader.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult() is { } message)
        {
            message.ShouldAllBe(b => b == (byte)message.Length);
            lengths.Add(message.Length);
        }

        return lengths;
    }

    private static StreamMessageReader<byte[]> Reader(Stream stream, ReceiveLimits limits) =>
        new(stream, static context => context.PayloadAsReadOnlySequence().ToArray(), limits);

    private static byte[] Framed(IEnumerable<int> lengths)
    {
        using var all = new MemoryStream();
        foreach (var length in lengths)
        {
            using var buffer = new MessageBuffer(null);
            buffer.Encode(Enumerable.Repeat((byte)length, length).ToArray(), static (message, context) => context.Complete(message));
            all.Write(buffer.Framed.Span);
        }

        return all.ToArray();
    }

    private sealed class PiecewiseStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
