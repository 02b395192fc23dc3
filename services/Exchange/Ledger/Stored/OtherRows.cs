namespace InfoSharing.Exchange.Ledger.Stored;

/// <summary>A link of the chain: a row of table event or audit.</summary>
internal sealed class LinkRow
{
    public bool Audit { get; set; }
    public long Position { get; set; }
    public Guid Id { get; set; }
    public Guid? TransferId { get; set; }
    public long Version { get; set; }
    public string Kind { get; set; } = "";
    public long At { get; set; }

    /// <summary>1 where it is sealed under the agency's own key, so that it outlives its case.</summary>
    public long House { get; set; }
    public byte[] Sealed { get; set; } = [];
    public byte[] Salt { get; set; } = [];
    public byte[] Link { get; set; } = [];
}

/// <summary>A row of table request.</summary>
internal sealed class RequestRow
{
    public byte[] Key { get; set; } = [];
    public byte[] Digest { get; set; } = [];
    public Guid CaseId { get; set; }
    public byte[] Answer { get; set; } = [];
    public long At { get; set; }
}

/// <summary>A row of table journey, first written or changed.</summary>
internal sealed class JourneyStateRow
{
    public long Position { get; set; }
    public Guid TransferId { get; set; }
    public long Version { get; set; }
    public string State { get; set; } = "";
    public long ChangedAt { get; set; }

    /// <summary>How long after its change its clocks are looked at.</summary>
    public long LookAfter { get; set; }

    public byte[] Sealed { get; set; } = [];
}

/// <summary>A row of table document_part.</summary>
internal sealed class DocumentPartRow
{
    public Guid Upload { get; set; }
    public long Part { get; set; }
    public Guid TransferId { get; set; }
    public long At { get; set; }
    public byte[] Sealed { get; set; } = [];
}

/// <summary>An upload of a partner, or of ours where the partner is blank: there is one document of it.</summary>
internal readonly record struct UploadKey(Guid TransferId, string Partner, Guid Upload);

/// <summary>A row of table carried_part.</summary>
internal sealed record CarriedPartRow(Guid MessageId, Guid TransferId, bool Outgoing, string Partner, string Document, Guid Upload, long Part, long Parts)
{
    /// <summary>Under what no other may stand.</summary>
    internal CarriedKey Key => new(TransferId, Outgoing, Partner, Upload, Part);
}

/// <summary>A part of an upload on its way between us and a partner: there is one message for it.</summary>
internal readonly record struct CarriedKey(Guid TransferId, bool Outgoing, string Partner, Guid Upload, long Part);

/// <summary>A change of a journey row: when its clocks are looked at again, and what stands out.</summary>
internal sealed record LookChange(Guid TransferId, long LookAt, long Marks)
{
    /// <summary>Never by time alone.</summary>
    internal const long Never = long.MaxValue;
}

/// <summary>A row of table case_key.</summary>
internal sealed record CaseKeyRow(Guid CaseId, byte[] Wrapped, long MadeAt);

/// <summary>A row of table blind_index.</summary>
internal sealed record BlindIndexRow(byte[] Token, Guid TransferId);

/// <summary>A change of an outgoing row: tried, and due again; or done; or to go again though it was done.</summary>
internal sealed record OutgoingChange(Guid MessageId, long? DueAt, long? DoneAt, bool Again = false);
