namespace InfoSharing.Validator.Judging;

/// <summary>What can be read of a document that lies beside a transfer, for the search for protected places.</summary>
/// <param name="Words">The words that could be read.</param>
/// <param name="IsAll">False where there may be more: a scan, a photograph, letters that no program can tell.</param>
public sealed record DocumentWords(string Words, bool IsAll);
