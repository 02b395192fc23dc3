using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Turns metadata into header values (PROTOCOL-HTTP2 "Custom-Metadata").</summary>
internal static class SentMetadata
{
    /// <summary>The value as it travels.</summary>
    public static string Value(Metadata.Entry entry) => entry.IsBinary ? BinaryHeader.Encode(entry.Bytes) : entry.Value;
}
