using InfoSharing.V1;

namespace InfoSharing.Exchange.Answers.Folding;

/// <summary>A message of a transfer as one ledger has it: one of its own, or one that came.</summary>
/// <param name="Message">What it says. Of a document part the bytes may be left out.</param>
/// <param name="StoredAt">When this ledger stored it.</param>
/// <param name="ReceiptedAt">When this ledger stored its receipt; null while there is none, and for those that came.</param>
internal sealed record Exchanged(Message Message, DateTimeOffset StoredAt, DateTimeOffset? ReceiptedAt = null)
{
    /// <summary>When its sender made it, as its id says (UUIDv7): the same at both ledgers. Falls back to <see cref="StoredAt"/> where the id says nothing.</summary>
    public DateTimeOffset MadeAt => MadeAtOf(Message.Id) ?? StoredAt;

    /// <summary>The instant that a UUIDv7 carries; null where it is none.</summary>
    internal static DateTimeOffset? MadeAtOf(string id)
    {
        if (!Guid.TryParse(id, out var parsed) || parsed.Version != 7) return null;
        Span<byte> bytes = stackalloc byte[16];
        parsed.TryWriteBytes(bytes, bigEndian: true, out _);
        long milliseconds = 0;
        foreach (var one in bytes[..6]) milliseconds = (milliseconds << 8) | one;
        return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}
