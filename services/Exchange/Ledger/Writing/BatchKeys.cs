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
    internal HashSet<(Guid TransferId, string Document, long Part)> Parts { get; } = [];

    /// <summary>Adds what one entry's rows need.</summary>
    internal void Add(PreparedRows rows)
    {
        if (rows.Request is { } request) Requests.Add(request.Key);
        foreach (var content in rows.Transfers)
            if (content.Standing != (long)Entries.Standing.Refused) Contents.Add((content.TransferId, content.Version, content.Standing));
        foreach (var message in rows.Outgoing) Streams.Add((message.Row.TransferId, message.Row.Recipient));
        if (rows.Incoming is { } incoming)
        {
            Incoming.Add(incoming.Id);
            IncomingSequences.Add((incoming.TransferId, incoming.Sender, incoming.Sequence));
        }
        if (rows.Taken is { } taken) Outgoing.Add(taken.MessageId);
        if (rows.GivenBack is { } back) Streams.Add((back.TransferId, back.Recipient));
        foreach (var part in rows.Documents) Parts.Add((part.TransferId, part.Document, part.Part));
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
