using Google.Protobuf;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Ledger.Restoring;

/// <summary>The first that a restored ledger writes: what it was restored from, as an event and as a record of the act.</summary>
internal static class RestoredRecord
{
    /// <summary>The entry.</summary>
    internal static LedgerEntry Of(Restored restored)
    {
        var detail = restored.ToByteArray();
        return new() { Rows = new() { Events = [new(null, 0, Doubts.Restored, detail)], Audits = [new(null, 0, Doubts.Restored, detail)] } };
    }
}
