using System.Buffers;

namespace Grpc.Wire;

/// <summary>Values of <c>-bin</c> headers (PROTOCOL-HTTP2 "Binary-Header"): base64, padded or not when read, without padding when written.</summary>
internal static class BinaryHeader
{
    /// <summary>Writes without padding, as the specification asks. The official client and server pad.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    /// <summary>Reads one value; false when it is no base64.</summary>
    public static bool TryDecode(ReadOnlySpan<char> value, out byte[] bytes)
    {
        bytes = [];
        value = value.Trim().TrimEnd('=');
        if (value.Length % 4 == 1)
        {
            return false;
        }

        var length = (value.Length + 3) / 4 * 4;
        var padded = ArrayPool<char>.Shared.Rent(length);
        var decoded = ArrayPool<byte>.Shared.Rent(length);
        value.CopyTo(padded);
        padded.AsSpan(value.Length, length - value.Length).Fill('=');
        var good = Convert.TryFromBase64Chars(padded.AsSpan(0, length), decoded, out var count);
        if (good)
        {
            bytes = decoded.AsSpan(0, count).ToArray();
        }

        ArrayPool<char>.Shared.Return(padded);
        ArrayPool<byte>.Shared.Return(decoded);
        return good;
    }
}
