namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>A row as a query reads it, content still sealed, with its case's wrapped key. One shape serves all queries; each fills its own columns.</summary>
internal sealed class ReadRow
{
    public long Position { get; set; }
    public long Place { get; set; }
    public long Outgoing { get; set; }
    public Guid Id { get; set; }
    public Guid? TransferId { get; set; }
    public long Version { get; set; }
    public long Standing { get; set; }
    public string Partner { get; set; } = "";
    public long Lane { get; set; }
    public long Sequence { get; set; }
    public string Kind { get; set; } = "";
    public string State { get; set; } = "";
    public byte[] Sha256 { get; set; } = [];
    public byte[] Sealed { get; set; } = [];
    public byte[] Report { get; set; } = [];
    public byte[]? Wrapped { get; set; }
    public long At { get; set; }
    public long? DoneAt { get; set; }
    public long Again { get; set; }
    public long Attempts { get; set; }
    public long House { get; set; }
    public long Part { get; set; }
    public long Parts { get; set; }
    public string Document { get; set; } = "";
    public Guid? Upload { get; set; }
    public long Marks { get; set; }
    public byte[] Key { get; set; } = [];
    public bool TooLarge { get; set; }
}
