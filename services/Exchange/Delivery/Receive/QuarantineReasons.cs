using InfoSharing.Exchange.Parcels.Enclosed;
using InfoSharing.Exchange.Parcels.Sealing;

namespace InfoSharing.Exchange.Delivery.Receive;

/// <summary>Why something is quarantined: codes for the operator. Outside all of them look alike.</summary>
internal static class QuarantineReasons
{
    /// <summary>The bus vouches for another agency than the one that signed.</summary>
    public const string SenderDiffers = "sender-differs";

    /// <summary>A message whose ids, version or number are not of their form.</summary>
    public const string NotAMessage = "not-a-message";

    /// <summary>Other bytes under the id of a message that is stored.</summary>
    public const string OtherBytes = "other-bytes";

    /// <summary>Another message has the number in its sender's stream.</summary>
    public const string SequenceTaken = "sequence-taken";

    /// <summary>Another message brought this version of the transfer.</summary>
    public const string VersionTaken = "version-taken";

    /// <summary>It could not be stored, though the ledger is up.</summary>
    public const string NotStored = "not-stored";

    /// <summary>A receipt of another agency than the one that brings it, or than the message's recipient.</summary>
    public const string ReceiptOfOther = "receipt-of-other";

    /// <summary>A receipt for no message of ours.</summary>
    public const string ReceiptForNothing = "receipt-for-nothing";

    /// <summary>A receipt for other bytes than those of our message.</summary>
    public const string ReceiptDigest = "receipt-digest";

    /// <summary>A receipt that its agency did not sign.</summary>
    public const string ReceiptSignature = "receipt-signature";

    /// <summary>The code of a parcel that was not opened.</summary>
    internal static string Of(OpeningFault fault) => fault switch
    {
        OpeningFault.TooLarge => "too-large",
        OpeningFault.NotASeal => "not-a-seal",
        OpeningFault.NoLabel => "no-label",
        OpeningFault.NotForUs => "not-for-us",
        OpeningFault.UnknownSender => "unknown-sender",
        OpeningFault.OuterSignature => "outer-signature",
        OpeningFault.NotItsTime => "not-its-time",
        OpeningFault.NotDecrypted => "not-decrypted",
        OpeningFault.InnerSignature => "inner-signature",
        OpeningFault.LabelsDiffer => "labels-differ",
        _ => "not-a-parcel",
    };

    /// <summary>The code of a message that was not taken out of its parcel.</summary>
    internal static string Of(EnclosedFault fault) => fault switch
    {
        EnclosedFault.OfOtherAgencies => "of-other-agencies",
        EnclosedFault.IdTwice => "id-twice",
        _ => NotAMessage,
    };

    /// <summary>True where a whole parcel was put aside, which can be opened again once its cause is mended.</summary>
    internal static bool IsOfParcel(string reason) => reason == SenderDiffers || Enum.GetValues<OpeningFault>().Any(fault => fault != OpeningFault.NotItsTime && Of(fault) == reason);

    /// <summary>True where somebody may have meant it: a security event.</summary>
    internal static bool IsSecurity(string reason) => reason is not (NotAMessage or VersionTaken or NotStored or "too-large" or "not-a-seal" or "not-for-us" or "not-decrypted");
}
