using InfoSharing.V1;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>
/// The bytes of a part in the message that carries it. Written after a message that has the rest of the part they are the same message, so a document's bytes lie here
/// once, however many agencies they go to.
/// </summary>
internal static class PartField
{
    /// <summary>The whole message.</summary>
    /// <param name="head">The message without the part's bytes, its sequence included.</param>
    /// <param name="part">The part's bytes.</param>
    internal static byte[] After(ReadOnlySpan<byte> head, ReadOnlySpan<byte> part) => NestedField.After(head, part, Message.DocumentPartFieldNumber, DocumentPart.BytesFieldNumber);
}
