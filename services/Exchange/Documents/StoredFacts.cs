using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Documents;

/// <summary>What is kept with a document: the answer that its upload got, which whoever uploads the same again gets again.</summary>
internal static class StoredFacts
{
    /// <summary>It; null where the case is erased.</summary>
    internal static UploadDocumentReply? Of(StoredDocument document) => document.About.Open() is { } about ? UploadDocumentReply.Parser.ParseFrom(about) : null;

    /// <summary>The digest that a transfer's entry names, or is given where it is blank or that of the file before anything was taken out.</summary>
    internal static bool IsNamed(Document entry, UploadDocumentReply stored) => entry.Sha256.IsEmpty || entry.Sha256 == stored.Sha256 || entry.Sha256 == stored.UploadedSha256;
}
