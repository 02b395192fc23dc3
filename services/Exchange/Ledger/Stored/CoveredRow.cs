namespace InfoSharing.Exchange.Ledger.Stored;

/// <summary>A row that a link of the chain covers: none can be changed, added or taken away without breaking that link.</summary>
internal abstract class CoveredRow
{
    /// <summary>Bits of <see cref="Place"/> that number the rows of one entry.</summary>
    internal const int PlaceBits = 10;

    /// <summary>Most rows that one link covers.</summary>
    internal const int MostRows = (1 << PlaceBits) - 1;

    /// <summary>The covering link's position × 1024, and the row's number within the entry. It is the primary key, so that rows of a stretch of the chain lie together.</summary>
    public long Place { get; set; }

    /// <summary>The row's id; of a message or its receipt, the message's.</summary>
    public Guid Id { get; set; }

    /// <summary>The position of the covering link.</summary>
    internal long Position => Place >> PlaceBits;

    /// <summary>Which table it is in, as the chain writes it.</summary>
    internal abstract byte Tag { get; }

    /// <summary>SHA-256 over everything of the row that never changes; README.md has the bytes.</summary>
    internal abstract byte[] Digest();
}
