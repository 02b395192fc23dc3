using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>Opens what <see cref="Sealer"/> seals, and nothing that says anything else.</summary>
internal sealed class Opener(AgencyKeys us, IPartnerKeys partners, TimeProvider clock)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Opens a sealed parcel. Never throws on what a sender or the broker may have made of the bytes. 1. Is it a seal? 2. Whom does
    /// its label name, and did they sign it? 3. Is it of our time? 4. Only then is it decrypted. 5. Is what is inside theirs, by the
    /// same label? 6. Does it keep to the form of a parcel?
    /// </summary>
    internal Opened Open(byte[] sealedParcel)
    {
        // 1
        if (sealedParcel.Length > ParcelForm.SealedBytes) return Opened.Not(OpeningFault.TooLarge);
        if (SignedLayer.Decode(sealedParcel, SealOids.EnvelopedData) is not { } outer) return Opened.Not(OpeningFault.NotASeal);
        // 2
        if (SealLabel.ReadFrom(outer.Attributes) is not { } label) return Opened.Not(OpeningFault.NoLabel);
        if (label.Recipient != us.Agency) return Opened.Not(OpeningFault.NotForUs);
        var signers = partners.SigningOf(label.Sender, label.MadeAt);
        if (signers.Count == 0) return Opened.Not(OpeningFault.UnknownSender);
        if (!outer.IsSignedBy(signers)) return Opened.Not(OpeningFault.OuterSignature);
        // 3
        var now = clock.GetUtcNow();
        if (label.MadeAt < now - Oldest || label.MadeAt > now + Ahead) return Opened.Not(OpeningFault.NotItsTime);
        // 4
        if (Envelope.Decrypt(outer.Content, [us.Sealing, .. us.Retired]) is not { } content) return Opened.Not(OpeningFault.NotDecrypted);
        return OpenInner(content, label, signers);
    }

    private static Opened OpenInner(byte[] content, SealLabel label, IReadOnlyList<X509Certificate2> signers)
    {
        // 5
        if (SignedLayer.Decode(content, SealOids.Data) is not { } inner || !inner.IsSignedBy(signers)) return Opened.Not(OpeningFault.InnerSignature);
        if (Parse(inner.Content) is not { } parcel) return Opened.Not(OpeningFault.NotAParcel);
        if (inner.Proof.Read() is not { } signed || signed.Label != label || SealLabel.Of(parcel) != label) return Opened.Not(OpeningFault.LabelsDiffer);
        if (inner.Attributes.OctetsOf(SealOids.Head) is { } head && !head.AsSpan().SequenceEqual(SignedHead.Of(parcel))) return Opened.Not(OpeningFault.LabelsDiffer);
        // 6
        var kept = ParcelForm.IsKept(parcel) && parcel.MerkleRoot.Span.SequenceEqual(signed.Root);
        return kept ? new Opened(parcel, null, inner.Proof) : Opened.Not(OpeningFault.NotAParcel);
    }

    private static Parcel? Parse(byte[] content)
    {
        try
        {
            return Parcel.Parser.ParseFrom(content);
        }
        catch (InvalidProtocolBufferException)
        {
            return null; // signed by its sender and still no parcel: quarantined as such
        }
    }
}
