using InfoSharing.V1;

namespace InfoSharing.Exchange.Answers.Owing;

/// <summary>Why something owed was struck off.</summary>
internal enum StruckOffBy
{
    /// <summary>A later version's report no longer owes it.</summary>
    Version = 1,

    /// <summary>The document is here, every part of it.</summary>
    Document = 2,

    /// <summary>The call is written down.</summary>
    CallRecord = 3,

    /// <summary>It went all the same: the recipient has been connected.</summary>
    Delivery = 4,
}

/// <summary>Something owed on a transfer.</summary>
/// <param name="Owed">What, and by when: the due time that it was first given stays.</param>
/// <param name="Since">Since when.</param>
/// <param name="StruckOffAt">When it was struck off; null while it is owed.</param>
/// <param name="By">Why it was struck off.</param>
internal sealed record OwedEntry(Owed Owed, DateTimeOffset Since, DateTimeOffset? StruckOffAt = null, StruckOffBy? By = null);
