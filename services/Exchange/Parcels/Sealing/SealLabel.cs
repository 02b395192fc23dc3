using System.Globalization;
using System.Security.Cryptography.Pkcs;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>What both signatures say of a parcel: from whom, to whom, which, when. Signed attributes, inside and out.</summary>
internal sealed record SealLabel(string Sender, string Recipient, string ParcelId, DateTimeOffset MadeAt)
{
    private string Written => MadeAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The label of a parcel; null where it has no time, or none that can be.</summary>
    internal static SealLabel? Of(Parcel parcel)
    {
        if (parcel.MadeAt is null) return null;
        try
        {
            return new(parcel.Sender, parcel.Recipient, parcel.Id, parcel.MadeAt.ToDateTimeOffset());
        }
        catch (InvalidOperationException)
        {
            return null; // a Timestamp outside its bounds has no other way to say so
        }
    }

    /// <summary>Puts the label among a signer's attributes.</summary>
    internal void AddTo(CmsSigner signer)
    {
        signer.SignedAttributes.Add(SignedAttributes.Words(SealOids.Sender, Sender));
        signer.SignedAttributes.Add(SignedAttributes.Words(SealOids.Recipient, Recipient));
        signer.SignedAttributes.Add(SignedAttributes.Words(SealOids.ParcelId, ParcelId));
        signer.SignedAttributes.Add(SignedAttributes.Words(SealOids.MadeAt, Written));
    }

    /// <summary>Reads a label; null where an attribute is missing, double or not of its form.</summary>
    internal static SealLabel? ReadFrom(SignedAttributes attributes)
    {
        var sender = attributes.WordsOf(SealOids.Sender);
        var recipient = attributes.WordsOf(SealOids.Recipient);
        var parcelId = attributes.WordsOf(SealOids.ParcelId);
        var written = attributes.WordsOf(SealOids.MadeAt);
        if (sender is null || recipient is null || parcelId is null) return null;
        if (!DateTimeOffset.TryParseExact(written, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var madeAt)) return null;
        var label = new SealLabel(sender, recipient, parcelId, madeAt);
        return label.Written == written ? label : null;
    }
}
