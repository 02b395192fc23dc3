using InfoSharing.Exchange.Ledger.Chain;

namespace InfoSharing.Exchange.Ledger.Stored;

/// <summary>A row of table transfer.</summary>
internal sealed class TransferRow : CoveredRow
{
    private byte[]? _sealedDigest;

    public Guid TransferId { get; set; }
    public long Version { get; set; }
    public long Standing { get; set; }
    public byte[] Sha256 { get; set; } = [];
    public byte[] Sealed { get; set; } = [];
    public byte[] Report { get; set; } = [];
    public byte[]? Request { get; set; }

    internal override byte Tag => 1;

    /// <summary>Hashing of content is done where the content is sealed, on the caller's thread.</summary>
    internal TransferRow Hashed()
    {
        _sealedDigest = RowDigest.OfBlob(Sealed);
        return this;
    }

    internal override byte[] Digest() => new RowDigest(Tag, Id).Add(TransferId).Add(Version).Add(Standing).Add(Sha256)
        .Add(_sealedDigest ?? RowDigest.OfBlob(Sealed)).AddBlob(Report).Add(Request ?? []).Done();
}

/// <summary>A row of table outgoing. When it is tried, and that it is done, is outside the chain; its receipt is inside.</summary>
internal sealed class OutgoingMessageRow : CoveredRow
{
    private byte[]? _sealedDigest;

    public Guid TransferId { get; set; }
    public long Version { get; set; }
    public string Recipient { get; set; } = "";
    public long Lane { get; set; }
    public long Sequence { get; set; }
    public string Kind { get; set; } = "";
    public byte[] Sha256 { get; set; } = [];
    public byte[] Sealed { get; set; } = [];
    public long At { get; set; }

    /// <summary>1 where it is sealed under the agency's own key, so that it outlives its case. Outside the chain: under the wrong key it does not open.</summary>
    public long House { get; set; }

    internal override byte Tag => 2;

    internal OutgoingMessageRow Hashed()
    {
        _sealedDigest = RowDigest.OfBlob(Sealed);
        return this;
    }

    internal override byte[] Digest() => new RowDigest(Tag, Id).Add(TransferId).Add(Version).Add(Recipient).Add(Lane).Add(Sequence).Add(Kind).Add(Sha256)
        .Add(_sealedDigest ?? RowDigest.OfBlob(Sealed)).Add(At).Done();
}

/// <summary>A row of table incoming.</summary>
internal sealed class IncomingMessageRow : CoveredRow
{
    private byte[]? _sealedDigest;

    public Guid TransferId { get; set; }
    public long Version { get; set; }
    public string Sender { get; set; } = "";
    public long Sequence { get; set; }
    public string Kind { get; set; } = "";
    public byte[] Sha256 { get; set; } = [];
    public byte[] Sealed { get; set; } = [];
    public long At { get; set; }

    /// <summary>Sealed, and outside the chain: it verifies itself.</summary>
    public byte[] Proof { get; set; } = [];

    internal override byte Tag => 3;

    internal IncomingMessageRow Hashed()
    {
        _sealedDigest = RowDigest.OfBlob(Sealed);
        return this;
    }

    internal override byte[] Digest() => new RowDigest(Tag, Id).Add(TransferId).Add(Version).Add(Sender).Add(Sequence).Add(Kind).Add(Sha256)
        .Add(_sealedDigest ?? RowDigest.OfBlob(Sealed)).Add(At).Done();
}

/// <summary>A row of table receipt.</summary>
internal sealed class ReceiptRow : CoveredRow
{
    public long Given { get; set; }
    public byte[] Bytes { get; set; } = [];

    internal override byte Tag => Given == 1 ? (byte)4 : (byte)5;

    internal override byte[] Digest() => new RowDigest(Tag, Id).AddBlob(Bytes).Done();
}

/// <summary>A row of table quarantine.</summary>
internal sealed class QuarantinedRow : CoveredRow
{
    public string Reason { get; set; } = "";
    public string? Sender { get; set; }
    public long At { get; set; }
    public byte[] Sealed { get; set; } = [];

    internal override byte Tag => 6;

    internal override byte[] Digest() => new RowDigest(Tag, Id).Add(Reason).Add(Sender ?? "").Add(At).AddBlob(Sealed).Done();
}

/// <summary>A row of table document.</summary>
internal sealed class WholeDocumentRow : CoveredRow
{
    public Guid TransferId { get; set; }
    public string Document { get; set; } = "";
    public string Partner { get; set; } = "";
    public Guid Upload { get; set; }
    public byte[] Sha256 { get; set; } = [];
    public long Parts { get; set; }
    public long At { get; set; }
    public byte[] Sealed { get; set; } = [];

    internal override byte Tag => 7;

    /// <summary>Under what no other may stand.</summary>
    internal UploadKey Key => new(TransferId, Partner, Upload);

    internal override byte[] Digest() => new RowDigest(Tag, Id).Add(TransferId).Add(Document).Add(Partner).Add(Upload).Add(Sha256).Add(Parts).Add(At).AddBlob(Sealed).Done();
}
