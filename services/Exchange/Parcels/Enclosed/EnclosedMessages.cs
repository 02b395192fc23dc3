using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Enclosed;

/// <summary>Reads the messages of an opened parcel one by one, so that a bad one spoils no other.</summary>
internal static class EnclosedMessages
{
    /// <summary>The messages in the parcel's order. One that stands twice with the same bytes is one message.</summary>
    internal static List<EnclosedMessage> Of(Parcel parcel)
    {
        var read = parcel.Messages.Select((entry, index) => (entry.Message, Index: index)).DistinctBy(one => one.Message)
            .Select(one => Read(parcel, one.Message, one.Index)).ToList();
        var twice = read.Where(one => one.Fault is null).GroupBy(one => one.Message!.Id).Where(same => same.Count() > 1).SelectMany(same => same).ToHashSet();
        return read.ConvertAll(one => twice.Contains(one) ? one with { Fault = EnclosedFault.IdTwice } : one);
    }

    private static EnclosedMessage Read(Parcel parcel, ByteString bytes, int index)
    {
        try
        {
            var message = Message.Parser.ParseFrom(bytes);
            if (message.Id.Length == 0) return new(index, bytes, null, EnclosedFault.NotAMessage);
            if (message.Sender != parcel.Sender || message.Recipient != parcel.Recipient) return new(index, bytes, message, EnclosedFault.OfOtherAgencies);
            return new(index, bytes, message, null);
        }
        catch (InvalidProtocolBufferException)
        {
            return new(index, bytes, null, EnclosedFault.NotAMessage);
        }
    }
}
