using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Stored;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>What an entry must be like. A breach is a fault of our own code, so it is thrown at the caller before anything is queued.</summary>
internal static class RowBounds
{
    private const int DigestBytes = 32;

    internal static void Check(LedgerRows rows)
    {
        var covered = rows.Contents.Count + rows.Outgoing.Count + (rows.Incoming is null ? 0 : 2) + (rows.Receipt is null ? 0 : 1) + (rows.GivenBack is null ? 0 : 2) + (rows.Quarantine is null ? 0 : 1) + rows.Documents.Count;
        if (covered > CoveredRow.MostRows) throw new ArgumentException($"An entry may hold at most {CoveredRow.MostRows} rows.", nameof(rows));
        if (rows.Erase is { } erased)
        {
            if (covered > rows.Outgoing.Count || rows.Journey is { } journey && journey.TransferId == erased || rows.Outgoing.Any(one => !one.OutlivesCase)
                || rows.Events.Any(one => one.TransferId == erased && !one.OutlivesCase) || rows.Audits.Any(one => one.TransferId == erased && !one.OutlivesCase))
                throw new ArgumentException("An erasure is written alone, with what outlives the case.", nameof(rows));
        }
        foreach (var one in rows.Contents)
            if (one.Sha256.Length != DigestBytes || one.Version == 0) throw new ArgumentException("A version has a number from 1 and a digest of 32 bytes.", nameof(rows));
        if (rows.Incoming is { } incoming && (incoming.Sha256.Length != DigestBytes || incoming.Sequence is 0 or > long.MaxValue || incoming.Receipt.Length == 0))
            throw new ArgumentException("An incoming message has a digest of 32 bytes, a sequence from 1 and a receipt.", nameof(rows));
        if (rows.GivenBack is { } back && (rows.Incoming is not null || back.Sha256.Length != DigestBytes || back.Receipt.Length == 0 || !back.Bytes.AsSpan().EndsWith(SequenceField.Of(back.Sequence))))
            throw new ArgumentException("A message that is given back stands alone, and has a digest of 32 bytes, a receipt, and its number at its end.", nameof(rows));
        if (rows.Documents.Any(one => one.Sha256.Length != DigestBytes) || rows.Outgoing.Any(one => one.Carries is not null && one.Sha256.Length != DigestBytes))
            throw new ArgumentException("A document, and a message that carries a part of one, has a digest of 32 bytes.", nameof(rows));
        if (TextsOf(rows).Any(text => text is not null && text.Contains('\0', StringComparison.Ordinal))) throw new ArgumentException("A text holds no character 0: not every engine keeps it.", nameof(rows));
    }

    // What is stored in clear and may come from another; kinds are our own words.
    private static IEnumerable<string?> TextsOf(LedgerRows rows) =>
        rows.Documents.Select(one => one.Document).Concat(rows.Outgoing.Select(one => one.Recipient)).Append(rows.Incoming?.Sender).Append(rows.Incoming?.Kind).Append(rows.Incoming?.Carries?.Document).Append(rows.Quarantine?.Sender);
}
