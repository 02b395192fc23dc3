namespace InfoSharing.Validator.Codes;

/// <summary>Why a child has no UPN. Source: CIN census 2026, N00135; UN7 from rule 8772.</summary>
/// <remarks>The schema gives codes without words, so these words are ours. We have not seen what UN6 stands for.</remarks>
public static class UpnUnknownReason
{
    /// <summary>The list, in the published order.</summary>
    public static CodeList Codes { get; } = new(
        "Reason for UPN being unknown",
        "CIN census 2026, N00135",
        ("UN1", "Child is not of school age"),
        ("UN2", "Child has never attended a maintained school in England"),
        ("UN3", "Child is educated outside England"),
        ("UN4", "UPN is not yet known"),
        ("UN5", "Sources disagree about the UPN"),
        ("UN6", "Listed in the schema without words"),
        ("UN7", "Referral with no further action"));
}
