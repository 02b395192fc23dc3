using System.Buffers;
using System.Runtime.InteropServices;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>Takes compressed messages apart, and stops at the limit however small they came (compression.md).</summary>
internal static class MessageDecompressor
{
    private const int FirstSize = 4096;

    /// <summary>The message in a pooled array, which the caller gives back.</summary>
    /// <param name="compressed">The bytes behind the prefix.</param>
    /// <param name="provider">Named by <c>grpc-encoding</c>.</param>
    /// <param name="maxMessageSize">Largest message in bytes; null for none.</param>
    /// <exception cref="RpcException">INTERNAL: not of this encoding. RESOURCE_EXHAUSTED: larger than the limit.</exception>
    public static ArraySegment<byte> Decompress(in ReadOnlySequence<byte> compressed, ICompressionProvider provider, int? maxMessageSize)
    {
        var limit = (int)Math.Min(maxMessageSize ?? Array.MaxLength, Array.MaxLength - 1);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstSize, limit + 1));
        try
        {
            using var input = AsStream(compressed);
            using var decompressing = provider.CreateDecompressionStream(input);
            var end = 0;
            while (true)
            {
                if (end == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, limit + 1L));
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                var count = decompressing.Read(buffer.AsSpan(end));
                end += count;
                if (end > limit)
                {
                    throw new RpcException(new Status(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size once decompressed."));
                }

                if (count == 0)
                {
                    return new ArraySegment<byte>(buffer, 0, end);
                }
            }
        }
        catch (Exception exception) // rethrown, after the array is given back
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw exception is RpcException ? exception : Broken(exception);
        }
    }

    private static RpcException Broken(Exception cause) => new(new Status(StatusCode.Internal, "The compressed message could not be decompressed.", cause));

    private static MemoryStream AsStream(in ReadOnlySequence<byte> bytes) =>
        bytes.IsSingleSegment && MemoryMarshal.TryGetArray(bytes.First, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
