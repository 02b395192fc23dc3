namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>Why a parcel was not opened. Kept in quarantine for the operator; outside there is one outcome with one code, so that nobody can ask the seal questions.</summary>
internal enum OpeningFault
{
    /// <summary>It is larger than any parcel may be; it was not looked at.</summary>
    TooLarge,

    /// <summary>It is not CMS, has other bytes behind it, other algorithms or numbers of signers than ours, or certificates within.</summary>
    NotASeal,

    /// <summary>Its label is missing or not of its form.</summary>
    NoLabel,

    /// <summary>It is addressed to another agency.</summary>
    NotForUs,

    /// <summary>The directory has no key with which its sender may have signed then.</summary>
    UnknownSender,

    /// <summary>The outer signature is not the sender's.</summary>
    OuterSignature,

    /// <summary>It was made too long ago (over 30 days) or too far ahead (over 10 minutes): a resend carries a fresh time.</summary>
    NotItsTime,

    /// <summary>It could not be decrypted with our keys, or its key is not under RSA-OAEP-SHA256.</summary>
    NotDecrypted,

    /// <summary>The inner signature is not the sender's.</summary>
    InnerSignature,

    /// <summary>What the two labels and the parcel say of themselves is not the same, or the root is not signed.</summary>
    LabelsDiffer,

    /// <summary>It is not a parcel, holds nothing or more than it may, or what it holds does not make its root.</summary>
    NotAParcel,
}
