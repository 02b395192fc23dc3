using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Enclosed;

/// <summary>One message of an opened parcel: what it says, or why it is quarantined alone.</summary>
/// <param name="Index">Its place in the parcel, from 0.</param>
/// <param name="Bytes">Its exact bytes: what a receipt is for.</param>
/// <param name="Message">The message; null where it is none.</param>
/// <param name="Fault">Why it is not taken; null where it is.</param>
internal sealed record EnclosedMessage(int Index, ByteString Bytes, Message? Message, EnclosedFault? Fault)
{
    private static readonly MessageParser<Message> KnownAlone = Message.Parser.WithDiscardUnknownFields(discardUnknownFields: true);

    /// <summary>True where it has fields that this software does not know: kept with all its bytes, and shown as not wholly readable here. Read when it is asked for: it takes a second reading.</summary>
    internal bool IsNewer => Fault is null && Message is not null && Message.CalculateSize() != KnownAlone.ParseFrom(Bytes).CalculateSize();
}
