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

    /// <summary>Cases of which a decision reads the streams, and where they stand.</summary>
    internal HashSet<Guid> Read { get; } = [];

    /// <summary>Messages of ours of which a decision reads the case: its key, and where it stands.</summary>
    internal HashSet<Guid> ReadOfMessages { get; } = [];

    /// <summary>True where nothing is asked.</summary>
    internal bool IsEmpty => Requests.Count + Incoming.Count + IncomingSequences.Count + Contents.Count + Streams.Count + Outgoing.Count + Cases.Count + Carried.Count + Documents.Count + Read.Count + ReadOfMessages.Count == 0;

    /// <summary>Leaves out what is known already.</summary>
    internal void Without(BatchKeys asked, BatchFacts facts)
    {
        Requests.ExceptWith(asked.Requests);
        Incoming.ExceptWith(asked.Incoming);
        IncomingSequences.ExceptWith(asked.IncomingSequences);
        Contents.ExceptWith(asked.Contents);
        Streams.ExceptWith(asked.Streams);
        Outgoing.ExceptWith(asked.Outgoing);
        Cases.ExceptWith(asked.Cases);
        Cases.ExceptWith(facts.Cases.Keys);
        Carried.ExceptWith(asked.Carried);
        Documents.ExceptWith(asked.Documents);
    }

    /// <summary>Adds what one entry's rows need, and what its decision is likely to read: the cases under whose keys they are sealed, and that of the message that is receipted.</summary>
    internal void Add(PreparedRows rows, bool decides)
    {
        Add(rows);
        if (!decides) return;
        Read.UnionWith(rows.Keys.Keys);
        if (rows.Taken is { } taken) ReadOfMessages.Add(taken.MessageId);
    }

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
