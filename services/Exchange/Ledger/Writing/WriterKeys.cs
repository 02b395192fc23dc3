using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Ledger.Sealing;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>What the writer seals and opens with, and what it must not number.</summary>
internal sealed record WriterKeys(Keyring Ring, CaseKeys Cases, EntrySealer Sealer, Doubts Doubts);
