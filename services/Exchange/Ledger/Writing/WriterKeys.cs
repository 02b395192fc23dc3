using InfoSharing.Exchange.Ledger.Sealing;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>What the writer seals and opens with.</summary>
internal sealed record WriterKeys(Keyring Ring, CaseKeys Cases, EntrySealer Sealer);
