namespace InfoSharing.Exchange.Documents.Contents.Pdf;

/// <summary>An object of a PDF.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Value">What it says.</param>
/// <param name="StreamAt">Where its stream begins; 0 where it has none.</param>
/// <param name="StreamLength">How long that is.</param>
/// <param name="Holder">The compressed stream in which it stands; null where it stands in the file itself.</param>
internal sealed record PdfObject(int Number, PdfValue Value, long StreamAt = 0, long StreamLength = 0, PdfObject? Holder = null)
{
    /// <summary>Its dictionary; empty where it is none.</summary>
    internal PdfValue.Dictionary Dictionary { get; } = Value as PdfValue.Dictionary ?? new PdfValue.Dictionary([]);

    internal bool HasStream => StreamAt > 0;
}
