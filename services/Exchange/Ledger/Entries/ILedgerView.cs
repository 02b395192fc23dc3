using InfoSharing.Exchange.Ledger.Reading;

namespace InfoSharing.Exchange.Ledger.Entries;

/// <summary>The ledger as a decision sees it: what is stored, and what stands before it in the same transaction. Good only during the decision.</summary>
internal interface ILedgerView
{
    /// <summary>The time of this write.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The newest stored version; 0 when there is none.</summary>
    uint NewestVersion(Guid transferId, Standing standing);

    /// <summary>A version of a transfer, 0 for the newest; null when there is none.</summary>
    StoredTransfer? Transfer(Guid transferId, uint version, Standing standing);

    /// <summary>Where the transfer stands; null when the ledger does not know it.</summary>
    ListedTransfer? Journey(Guid transferId);

    /// <summary>One message, ours or another's; null when there is none.</summary>
    StoredMessage? Message(Guid messageId);

    /// <summary>The message of ours for which the entry takes a receipt, without what it says; null when there is none.</summary>
    SentMessage? Sent(Guid messageId);

    /// <summary>Both streams of a transfer, each in order of sequence; parts of documents are in neither.</summary>
    IReadOnlyList<StoredMessage> Messages(Guid transferId);

    /// <summary>The parts of documents that messages of a transfer carry, both ways.</summary>
    IReadOnlyList<StoredCarried> Carried(Guid transferId);

    /// <summary>The events of a transfer, oldest first.</summary>
    IReadOnlyList<LedgerEvent> Events(Guid transferId);

    /// <summary>The audit records of a transfer, oldest first.</summary>
    IReadOnlyList<LedgerEvent> Audit(Guid transferId);

    /// <summary>True where the case's key is destroyed.</summary>
    bool IsErased(Guid caseId);

    /// <summary>Which key a case has: a digest of it, 32 bytes; null where it has none, or none any more.</summary>
    byte[]? KeyFingerprint(Guid caseId);
}
