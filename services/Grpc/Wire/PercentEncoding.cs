using System.Buffers;
using System.Globalization;
using System.Text;

namespace Grpc.Wire;

/// <summary>The text of <c>grpc-message</c> (PROTOCOL-HTTP2 "Status-Message"): UTF-8 with %XX for all but 0x20-0x24 and 0x26-0x7E.</summary>
internal static class PercentEncoding
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>Encodes. A blank at either end is encoded too, because HTTP strips it.</summary>
    public static string Encode(string text)
    {
        if (!NeedsEncoding(text))
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var encoded = new StringBuilder(bytes.Length + 32);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            var plain = b is >= 0x20 and <= 0x7E and not (byte)'%' && !(b == ' ' && (i == 0 || i == bytes.Length - 1));
            if (plain)
            {
                encoded.Append((char)b);
            }
            else
            {
                encoded.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 15]);
            }
        }

        return encoded.ToString();
    }

    /// <summary>Decodes, and never fails: a broken escape stays as it is, bytes that are not UTF-8 become U+FFFD. Characters are taken as Latin-1 bytes, as the HTTP client gives them.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('%') && Ascii.IsValid(text))
        {
            return text;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(text.Length);
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out var escaped))
            {
                bytes[count++] = escaped;
                i += 2;
            }
            else
            {
                bytes[count++] = text[i] <= 0xFF ? (byte)text[i] : (byte)'?';
            }
        }

        var decoded = Encoding.UTF8.GetString(bytes, 0, count);
        ArrayPool<byte>.Shared.Return(bytes);
        return decoded;
    }

    private static bool NeedsEncoding(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') || text.Contains('%') || text.StartsWith(' ') || text.EndsWith(' ');
}
