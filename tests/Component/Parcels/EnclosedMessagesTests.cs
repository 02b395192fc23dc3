using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Enclosed;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Parcels;

public class EnclosedMessagesTests
{
    private const string Us = "sandwell-social-care";
    private const string Them = "leeds-social-care";

    [Fact]
    public void A_bad_message_spoils_no_other()
    {
        var enclosed = EnclosedMessages.Of(Holding(
            Message("one"),
            ByteString.CopyFrom(0xff),
            new Message { Sender = Them, Recipient = Us }.ToByteString(),
            new Message { Id = "four", Sender = "leeds-police", Recipient = Us }.ToByteString(),
            new Message { Id = "five", Sender = Them, Recipient = "leeds-police" }.ToByteString(),
            Message("six")));
        enclosed.Select(one => one.Fault).ShouldBe(
            [null, EnclosedFault.NotAMessage, EnclosedFault.NotAMessage, EnclosedFault.OfOtherAgencies, EnclosedFault.OfOtherAgencies, null]);
    }

    [Fact]
    public void One_id_with_two_contents_is_believed_in_neither()
    {
        var enclosed = EnclosedMessages.Of(Holding(Message("one", sequence: 1), Message("two"), Message("one", sequence: 2)));
        enclosed.Select(one => one.Fault).ShouldBe([EnclosedFault.IdTwice, null, EnclosedFault.IdTwice]);
    }

    [Fact]
    public void The_same_bytes_twice_are_one_message_and_keep_their_place()
    {
        var enclosed = EnclosedMessages.Of(Holding(Message("one"), Message("one"), Message("two")));
        enclosed.Select(one => (one.Index, one.Fault)).ShouldBe([(0, null), (2, null)]);
    }

    [Fact]
    public void A_message_of_a_newer_contract_is_taken_whole_and_says_so()
    {
        byte[] field2000 = [0x80, 0x7d, 1];
        var newer = ByteString.CopyFrom([.. Message("one").Span, .. field2000]);
        byte[] nested = [0x9a, 0x01, 3, .. field2000]; // in body 19, a contact
        var enclosed = EnclosedMessages.Of(Holding(newer, ByteString.CopyFrom([.. Message("two").Span, .. nested]), Message("three")));
        enclosed.Select(one => (one.Fault, one.IsNewer)).ShouldBe([(null, true), (null, true), (null, false)]);
        enclosed[0].Bytes.ShouldBe(newer);
    }

    private static ByteString Message(string id, ulong sequence = 1) =>
        new Message { Id = id, Sender = Them, Recipient = Us, Sequence = sequence }.ToByteString();

    private static Parcel Holding(params ByteString[] messages)
    {
        var parcel = new Parcel { Sender = Them, Recipient = Us };
        parcel.Messages.Add(messages.Select(message => new Parcel.Types.Entry { Message = message }));
        return parcel;
    }
}
