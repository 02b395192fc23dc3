namespace InfoSharing.Validator.Reading;

/// <summary>Reads a transfer from bytes that came from outside: JSON, or binary protobuf.</summary>
public static class TransferFile
{
    /// <summary>The largest transfer, in bytes: 10 MiB.</summary>
    public const int LargestInBytes = 10 * 1024 * 1024;

    /// <summary>Reads a transfer. It never throws on content: whatever is wrong with it is a fault.</summary>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > LargestInBytes) return Refuse(FaultWords.TooLarge);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Refuse(FaultWords.Utf16);
        return IsJson(content) ? TransferJson.Read(content) : TransferBinary.Read(content);
    }

    /// <summary>Reads a transfer from a stream, at most one byte more than is allowed.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ReadResult Read(Stream content) => Read(BytesOf(content));

    /// <summary>The bytes of a stream, at most one byte more than a transfer may have.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static byte[] BytesOf(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var bytes = new MemoryStream();
        var part = new byte[81920];
        while (bytes.Length <= LargestInBytes)
        {
            var read = content.Read(part, 0, (int)Math.Min(part.Length, LargestInBytes + 1 - bytes.Length));
            if (read == 0) break;
            bytes.Write(part, 0, read);
        }
        return bytes.ToArray();
    }

    /// <summary>True for an object, or something that can only have been meant as JSON. A binary transfer starts with the tag and length of a field.</summary>
    public static bool IsJson(ReadOnlySpan<byte> content)
    {
        var start = TransferJson.WithoutMark(content).TrimStart(" \t\r\n"u8);
        return start.Length == 0 || start[0] is (byte)'{' or (byte)'[' or (byte)'"';
    }

    private static ReadResult Refuse(string words) => new(null, [new Fault(0, 0, "", words)]);
}
