using System.Text;

namespace InfoSharing.Tests.Rpc;

/// <summary>Header blocks in the plainest form (RFC 7541): literals without an index. Reads what a peer sends that was told to keep no table, apart from Huffman codes, which Kestrel does not send.</summary>
internal static class Hpack
{
    public static byte[] Encode(params (string Name, string Value)[] headers)
    {
        using var block = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            block.WriteByte(0);
            Text(block, name);
            Text(block, value);
        }

        return block.ToArray();
    }

    /// <summary>The fields with a literal name, and <c>:status</c>; those with another name of the static table are left out.</summary>
    public static Dictionary<string, string> Decode(ReadOnlySpan<byte> block)
    {
        var headers = new Dictionary<string, string>();
        while (!block.IsEmpty)
        {
            var first = block[0];
            if (first >= 0x80)
            {
                var index = Integer(ref block, 7);
                if (index is >= 8 and <= 14)
                {
                    headers[":status"] = new[] { "200", "204", "206", "304", "400", "404", "500" }[index - 8];
                }
            }
            else if (first is >= 0x20 and < 0x40)
            {
                Integer(ref block, 5); // the table's size
            }
            else
            {
                var index = Integer(ref block, first >= 0x40 ? 6 : 4);
                var name = index == 0 ? Text(ref block) : index is >= 8 and <= 14 ? ":status" : null;
                var value = Text(ref block);
                if (name is not null)
                {
                    headers[name] = value;
                }
            }
        }

        return headers;
    }

    private static void Text(MemoryStream block, string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        var length = bytes.Length;
        if (length < 127)
        {
            block.WriteByte((byte)length);
        }
        else
        {
            block.WriteByte(127);
            for (length -= 127; length >= 128; length >>= 7)
            {
                block.WriteByte((byte)(length & 127 | 128));
            }

            block.WriteByte((byte)length);
        }

        block.Write(bytes);
    }

    private static string Text(ref ReadOnlySpan<byte> block)
    {
        if (block[0] >= 0x80)
        {
            throw new NotSupportedException("A Huffman code.");
        }

        var length = Integer(ref block, 7);
        var text = Encoding.Latin1.GetString(block[..length]);
        block = block[length..];
        return text;
    }

    private static int Integer(ref ReadOnlySpan<byte> block, int bits)
    {
        var most = (1 << bits) - 1;
        var value = block[0] & most;
        block = block[1..];
        if (value < most)
        {
            return value;
        }

        for (var shift = 0; ; shift += 7)
        {
            var next = block[0];
            block = block[1..];
            value += (next & 127) << shift;
            if (next < 128)
            {
                return value;
            }
        }
    }
}
