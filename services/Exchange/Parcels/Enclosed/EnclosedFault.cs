namespace InfoSharing.Exchange.Parcels.Enclosed;

/// <summary>Why one message of a parcel is not taken. It gets no receipt; the others do.</summary>
internal enum EnclosedFault
{
    /// <summary>It is not a message, or has no id.</summary>
    NotAMessage,

    /// <summary>Its sender or recipient is not the parcel's: a key speaks for the one agency in whose entry it stands.</summary>
    OfOtherAgencies,

    /// <summary>The parcel has another message of its id with other bytes: neither can be believed.</summary>
    IdTwice,
}
