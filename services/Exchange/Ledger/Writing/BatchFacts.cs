using InfoSharing.Exchange.Ledger.Stored;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>What is stored, or stands before in the same batch, under the keys that the batch asked for. What is not in it does not exist.</summary>
internal sealed class BatchFacts
{
    internal Dictionary<byte[], RequestRow> Requests { get; } = new(ByteComparer.Instance);
    internal Dictionary<Guid, KnownIncoming> Incoming { get; } = [];
    internal Dictionary<(Guid TransferId, string Sender, long Sequence), Guid> IncomingSequences { get; } = [];
    internal Dictionary<(Guid TransferId, long Version, long Standing), KnownContent> Contents { get; } = [];
    internal Dictionary<(Guid TransferId, string Recipient), long> LastSequences { get; } = [];
    internal Dictionary<Guid, KnownOutgoing> Outgoing { get; } = [];
    internal Dictionary<Guid, KnownCaseKey> Cases { get; } = [];
    internal HashSet<CarriedKey> Carried { get; } = [];
    internal HashSet<UploadKey> Documents { get; } = [];
}

/// <summary>A message that came before.</summary>
/// <param name="Sha256">Of its exact bytes.</param>
/// <param name="Receipt">The receipt that was given.</param>
internal sealed record KnownIncoming(byte[] Sha256, byte[] Receipt);

/// <summary>A version that is stored.</summary>
/// <param name="Sha256">Of the transfer as our own serialiser writes it.</param>
/// <param name="Request">The key of the request that stored it.</param>
internal sealed record KnownContent(byte[] Sha256, byte[]? Request);

/// <summary>A message of ours.</summary>
/// <param name="Sha256">Of its exact bytes.</param>
/// <param name="Done">True when its receipt is stored, and it does not go again.</param>
/// <param name="Receipted">True when it goes again, and its first receipt is stored.</param>
internal sealed record KnownOutgoing(byte[] Sha256, bool Done, bool Receipted = false);

/// <summary>A case's key.</summary>
/// <param name="Wrapped">Wrapped by the storage key; empty when destroyed.</param>
/// <param name="Erased">True when destroyed.</param>
internal sealed record KnownCaseKey(byte[] Wrapped, bool Erased);
