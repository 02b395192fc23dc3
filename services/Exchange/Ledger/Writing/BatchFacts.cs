using InfoSharing.Exchange.Ledger.Reading;
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

    /// <summary>Both streams of a case as they lie there, for decisions. What is not in it was not read ahead, or changes in this batch: a decision asks the ledger itself.</summary>
    internal Dictionary<Guid, IReadOnlyList<ReadRow>> Streams { get; } = [];

    /// <summary>Where a case stands; null where nothing is known of it. As with <see cref="Streams"/>.</summary>
    internal Dictionary<Guid, ReadRow?> Journeys { get; } = [];

    /// <summary>Forgets what rows change of what was read ahead.</summary>
    internal void Forget(PreparedRows rows)
    {
        if (rows.Erase is not null || rows.Again.Count > 0)
        {
            Streams.Clear();
            Journeys.Clear();
            return;
        }
        if (rows is { Incoming: { } incoming, IncomingCarries: null }) Streams.Remove(incoming.TransferId);
        foreach (var message in rows.Outgoing)
            if (message.Carries is null) Streams.Remove(message.Row.TransferId);
        if (rows.GivenBack is { } back) Streams.Remove(back.TransferId);
        if (rows.Taken is { } taken && Outgoing.TryGetValue(taken.MessageId, out var known)) Streams.Remove(known.Message.TransferId);
        if (rows.Journey is { } journey) Journeys.Remove(journey.TransferId);
        foreach (var look in rows.Looks) Journeys.Remove(look.TransferId);
    }
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
/// <param name="Message">What is on its envelope.</param>
internal sealed record KnownOutgoing(byte[] Sha256, bool Done, bool Receipted, SentMessage Message)
{
    /// <summary>Of a row that is planned.</summary>
    internal static KnownOutgoing Of(OutgoingMessageRow row, bool done) => new(row.Sha256, done, Receipted: false, new(row.Id, row.TransferId, (uint)row.Version, row.Recipient, (ulong)row.Sequence, row.Kind));
}

/// <summary>A case's key.</summary>
/// <param name="Wrapped">Wrapped by the storage key; empty when destroyed.</param>
/// <param name="Erased">True when destroyed.</param>
internal sealed record KnownCaseKey(byte[] Wrapped, bool Erased);
