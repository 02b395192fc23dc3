namespace InfoSharing.Exchange.Ledger.Stored;

/// <summary>The rows of one transaction, by table, ready to be written: no row in it is a double. An engine may send each list as one command.</summary>
internal sealed class RowBatch
{
    internal List<CaseKeyRow> CaseKeys { get; } = [];
    internal List<LinkRow> Links { get; } = [];
    internal List<TransferRow> Transfers { get; } = [];
    internal List<OutgoingMessageRow> Outgoing { get; } = [];
    internal List<IncomingMessageRow> Incoming { get; } = [];
    internal List<ReceiptRow> Receipts { get; } = [];
    internal List<QuarantinedRow> Quarantine { get; } = [];
    internal List<WholeDocumentRow> Documents { get; } = [];
    internal List<DocumentPartRow> Parts { get; } = [];
    internal List<CarriedPartRow> Carried { get; } = [];
    internal List<RequestRow> Requests { get; } = [];
    internal List<JourneyStateRow> Journeys { get; } = [];
    internal List<BlindIndexRow> BlindIndex { get; } = [];
    internal List<OutgoingChange> Changes { get; } = [];
    internal List<LookChange> Looks { get; } = [];
    internal List<(Guid CaseId, long At)> Erased { get; } = [];

    /// <summary>True where nothing is to be written.</summary>
    internal bool IsEmpty => CaseKeys.Count + Links.Count + Transfers.Count + Outgoing.Count + Incoming.Count + Receipts.Count + Quarantine.Count + Documents.Count + Parts.Count + Carried.Count + Requests.Count
        + Journeys.Count + BlindIndex.Count + Changes.Count + Looks.Count + Erased.Count == 0;

    /// <summary>Empties it, after it has been written.</summary>
    internal void Clear()
    {
        CaseKeys.Clear();
        Links.Clear();
        Transfers.Clear();
        Outgoing.Clear();
        Incoming.Clear();
        Receipts.Clear();
        Quarantine.Clear();
        Documents.Clear();
        Parts.Clear();
        Carried.Clear();
        Requests.Clear();
        Journeys.Clear();
        BlindIndex.Clear();
        Changes.Clear();
        Looks.Clear();
        Erased.Clear();
    }
}
