using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Merkle;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Proofs;

/// <summary>That one message was sent, by whom, to whom and when, without a word of those that travelled with it.</summary>
/// <param name="Message">The message's exact bytes.</param>
/// <param name="Salt">The salt of its leaf, 16 bytes.</param>
/// <param name="Index">Its place among the parcel's leaves, from 0.</param>
/// <param name="Count">How many leaves the parcel had, receipts among them.</param>
/// <param name="Path">The hashes beside its way to the root, from the leaf upwards (RFC 6962, 2.1.1).</param>
/// <param name="Root">The sender's signature over the root.</param>
internal sealed record MessageProof(byte[] Message, byte[] Salt, int Index, int Count, IReadOnlyList<byte[]> Path, RootProof Root)
{
    /// <summary>The proof of a message of an opened parcel.</summary>
    internal static MessageProof Of(Parcel parcel, RootProof root, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, parcel.Messages.Count);
        var leaves = Leaves.Of(parcel);
        var entry = parcel.Messages[index];
        return new(entry.Message.ToByteArray(), entry.Salt.ToByteArray(), index, leaves.Length, MerkleTree.Path(leaves, index), root);
    }

    /// <summary>What is proven: the label under which the message went. Null where anything does not fit. Never throws on what the proof holds.</summary>
    /// <param name="signing">The sender's certificates, as the directory gave them for the label's time.</param>
    internal SealLabel? Verify(IReadOnlyList<X509Certificate2> signing)
    {
        if (Salt.Length != Leaves.SaltBytes || !Root.IsSignedBy(signing) || Root.Read() is not { } signed) return null;
        var root = MerkleTree.RootOf(Leaves.OfMessage(Salt, Message), Index, Count, Path);
        if (root is null || !signed.Root.AsSpan().SequenceEqual(root)) return null;
        try
        {
            var message = V1.Message.Parser.ParseFrom(Message);
            return message.Sender == signed.Label.Sender && message.Recipient == signed.Label.Recipient ? signed.Label : null;
        }
        catch (InvalidProtocolBufferException)
        {
            return null; // signed, and still no message
        }
    }
}
