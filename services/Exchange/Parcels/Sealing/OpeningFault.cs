namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>Why a parcel was not opened. Kept in quarantine for the operator; outside there is one outcome with one code, so that nobody can ask the seal questions.</summary>
internal enum OpeningFault
{
    /// <summary>It is not CMS, has other bytes behind it, or other algorithms or numbers of signers than ours.</summary>
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

    /// <summary>It could not be decrypted with our key.</summary>
    NotDecrypted,

    /// <summary>The inner signature is not the sender's.</summary>
    InnerSignature,

    /// <summary>What the two labels and the parcel say of themselves is not the same.</summary>
    LabelsDiffer,

    /// <summary>It is not a parcel, or its messages do not make its root.</summary>
    NotAParcel,
}
