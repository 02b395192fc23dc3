using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Parcels.Sealing;
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
        parcel.MerkleRoot = ByteString.CopyFrom(Sealer.RootOf(parcel));
        return parcel;
    }
}
