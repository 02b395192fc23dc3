using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Parcels.Merkle;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Parcels;

internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    public static Parcel Parcel(string sender, string recipient, int messages, DateTimeOffset? madeAt = null)
    {
        var parcel = new Parcel
        {
            Id = Guid.CreateVersion7(Now).ToString(),
            Sender = sender,
            Recipient = recipient,
            MadeAt = (madeAt ?? Now).ToTimestamp(),
            Lane = InfoSharing.V1.Parcel.Types.Lane.Transfers,
        };
        for (var i = 1; i <= messages; i++)
        {
            var message = new Message { Id = Guid.CreateVersion7(Now).ToString(), Sender = sender, Recipient = recipient, Sequence = (ulong)i, Contact = new() { Text = new() { Text_ = $"message {i}" } } };
            parcel.Messages.Add(new InfoSharing.V1.Parcel.Types.Entry { Message = message.ToByteString(), Salt = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(16)) });
        }
        return parcel.Rooted();
    }

    /// <summary>Writes the root of what a parcel now holds.</summary>
    public static Parcel Rooted(this Parcel parcel)
    {
        parcel.MerkleRoot = ByteString.CopyFrom(Leaves.RootOf(parcel));
        return parcel;
    }

    /// <summary>The recipient's unsigned receipt for a message's bytes.</summary>
    public static Receipt Receipt(Message message) => new()
    {
        MessageId = message.Id,
        Sha256 = ReceiptSigner.DigestOf(message.ToByteArray()),
        Recipient = message.Recipient,
        StoredAt = Now.ToTimestamp(),
    };
}
