using InfoSharing.V1;

namespace InfoSharing.Exchange.Documents;

/// <summary>What documents and their parts keep to, whoever sends them.</summary>
internal static class DocumentForm
{
    /// <summary>The most bytes of a document.</summary>
    internal const int MostBytes = 100 << 20;

    /// <summary>The bytes of a part; the last one may have fewer.</summary>
    internal const int PartBytes = 512 << 10;

    /// <summary>The most parts of a document.</summary>
    internal const int MostParts = MostBytes / PartBytes;

    /// <summary>The most bytes of a message of an upload or a download.</summary>
    internal const int ChunkBytes = 64 << 10;

    private const int LongestId = 64;

    /// <summary>True where a message that carries a part is one: what does not hold this is quarantined, and gets no receipt.</summary>
    internal static bool Holds(Message message)
    {
        var part = message.DocumentPart;
        return part.Document.Length is > 0 and <= LongestId && !part.Document.Contains('\0', StringComparison.Ordinal)
            && Guid.TryParseExact(part.Upload, "D", out _)
            && part.Of is > 0 and <= MostParts && part.Part > 0 && part.Part <= part.Of && message.Sequence == part.Part
            && (part.Part < part.Of ? part.Bytes.Length == PartBytes : part.Bytes.Length is > 0 and <= PartBytes);
    }

    /// <summary>How many parts so many bytes are.</summary>
    internal static uint PartsOf(long bytes) => (uint)((bytes + PartBytes - 1) / PartBytes);
}
