using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Stored;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>An entry's rows, sealed: all but what only the writer knows (position, time, sequence, link).</summary>
internal sealed class PreparedRows
{
    internal RequestRow? Request { get; set; }
    internal List<LinkRow> Links { get; } = [];
    internal List<TransferRow> Transfers { get; } = [];
    internal List<PreparedOutgoing> Outgoing { get; } = [];
    internal IncomingMessageRow? Incoming { get; set; }
    internal byte[] Receipt { get; set; } = [];
    internal TakenReceipt? Taken { get; set; }
    internal OutgoingMessageRow? GivenBack { get; set; }
    internal QuarantinedRow? Quarantine { get; set; }
    internal List<WholeDocumentRow> Documents { get; } = [];
    internal List<DocumentPartRow> Parts { get; } = [];
    internal CarriedPartRow? IncomingCarries { get; set; }
    internal List<BlindIndexRow> BlindIndex { get; } = [];
    internal JourneyStateRow? Journey { get; set; }
    internal IReadOnlyList<AttemptRow> Attempts { get; set; } = [];
    internal IReadOnlyList<LookRow> Looks { get; set; } = [];
    internal IReadOnlyList<AgainRow> Again { get; set; } = [];
    internal Guid? Erase { get; set; }

    /// <summary>The cases, each with the wrapped key under which it was sealed.</summary>
    internal Dictionary<Guid, byte[]> Keys { get; } = [];

    /// <summary>The parts that its messages carry, both ways.</summary>
    internal IEnumerable<CarriedPartRow> Carried => Outgoing.Select(message => message.Carries).Append(IncomingCarries).OfType<CarriedPartRow>();

    /// <summary>Bytes of content, to keep a batch within bounds.</summary>
    internal long Bytes { get; set; }

    /// <summary>True where something in it must be covered by a link.</summary>
    internal bool NeedsLink => Transfers.Count > 0 || Outgoing.Count > 0 || Incoming is not null || Taken is not null || GivenBack is not null || Again.Count > 0 || Quarantine is not null || Documents.Count > 0 || Journey is not null || Request is not null;
}

/// <summary>A message to another: sealed without its sequence, which is appended once it is known.</summary>
/// <param name="Row">The row.</param>
/// <param name="Body">The message without its sequence, in clear, for the digest of its exact bytes.</param>
/// <param name="Carries">The part that it carries: that gives it its number, and its digest is known.</param>
internal sealed record PreparedOutgoing(OutgoingMessageRow Row, byte[] Body, CarriedPartRow? Carries = null);
