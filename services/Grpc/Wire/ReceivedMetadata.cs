using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Turns received header values into metadata (PROTOCOL-HTTP2 "Custom-Metadata").</summary>
internal static class ReceivedMetadata
{
    /// <summary>
    /// Adds one header value. Joined <c>-bin</c> values are split before decoding, and undecodable ones dropped
    /// (the official client fails the call on either). Keys and text that metadata cannot carry are dropped, so that echoing
    /// what came never throws.
    /// </summary>
    public static void Add(Metadata metadata, string name, string value)
    {
        var key = name.ToLowerInvariant();
        if (!Metadata.Entry.IsKey(key))
        {
            return;
        }

        if (Metadata.Entry.IsBinaryKey(key))
        {
            AddBinary(metadata, key, value);
        }
        else if (Metadata.Entry.IsText(value))
        {
            metadata.Add(Metadata.Entry.Received(key, value, null));
        }
    }

    private static void AddBinary(Metadata metadata, string key, ReadOnlySpan<char> value)
    {
        foreach (var part in value.Split(','))
        {
            if (BinaryHeader.TryDecode(value[part], out var bytes))
            {
                metadata.Add(Metadata.Entry.Received(key, null, bytes));
            }
        }
    }
}
