using InfoSharing.Exchange.Ledger.Stored;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>What a batch must know of the ledger before it writes, so that an engine can ask for all of it at once.</summary>
internal sealed class BatchKeys
{
    internal HashSet<byte[]> Requests { get; } = new(ByteComparer.Instance);
    internal HashSet<Guid> Incoming { get; } = [];
    internal HashSet<(Guid TransferId, string Sender, long Sequence)> IncomingSequences { get; } = [];
    internal HashSet<(Guid TransferId, long Version, long Standing)> Contents { get; } = [];
    internal HashSet<(Guid TransferId, string Recipient)> Streams { get; } = [];
    internal HashSet<Guid> Outgoing { get; } = [];
    internal HashSet<Guid> Cases { get; } = [];
    internal HashSet<CarriedKey> Carried { get; } = [];
    internal HashSet<UploadKey> Documents { get; } = [];

    /// <summary>Adds what one entry's rows need.</summary>
    internal void Add(PreparedRows rows)
    {
        if (rows.Request is { } request) Requests.Add(request.Key);
        foreach (var content in rows.Transfers)
            if (content.Standing != (long)Entries.Standing.Refused) Contents.Add((content.TransferId, content.Version, content.Standing));
        foreach (var message in rows.Outgoing)
            if (message.Carries is null) Streams.Add((message.Row.TransferId, message.Row.Recipient));
        if (rows.Incoming is { } incoming)
        {
            Incoming.Add(incoming.Id);
            if (rows.IncomingCarries is null) IncomingSequences.Add((incoming.TransferId, incoming.Sender, incoming.Sequence));
        }
        if (rows.Taken is { } taken) Outgoing.Add(taken.MessageId);
        if (rows.GivenBack is { } back) Streams.Add((back.TransferId, back.Recipient));
        foreach (var carried in rows.Carried) Carried.Add(carried.Key);
        foreach (var document in rows.Documents) Documents.Add(document.Key);
        foreach (var caseId in rows.Keys.Keys) Cases.Add(caseId);
        if (rows.Erase is { } erase) Cases.Add(erase);
    }
}

/// <summary>Bytes compared by value.</summary>
internal sealed class ByteComparer : IEqualityComparer<byte[]>
{
    internal static readonly ByteComparer Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj)
    {
        var hash = new HashCode();
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
