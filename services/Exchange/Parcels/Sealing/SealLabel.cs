using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>What both signatures say of a parcel: from whom, to whom, which, when. Signed attributes, inside and out.</summary>
internal sealed record SealLabel(string Sender, string Recipient, string ParcelId, DateTimeOffset MadeAt)
{
    /// <summary>The label of a parcel.</summary>
    internal static SealLabel Of(Parcel parcel) => new(parcel.Sender, parcel.Recipient, parcel.Id, parcel.MadeAt.ToDateTimeOffset());

    /// <summary>Puts the label among a signer's attributes.</summary>
    internal void AddTo(CmsSigner signer)
    {
        signer.SignedAttributes.Add(Words(SealOids.Sender, Sender));
        signer.SignedAttributes.Add(Words(SealOids.Recipient, Recipient));
        signer.SignedAttributes.Add(Words(SealOids.ParcelId, ParcelId));
        signer.SignedAttributes.Add(Words(SealOids.MadeAt, MadeAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads a signer's label; null where an attribute is missing, double or not of its form.</summary>
    internal static SealLabel? ReadFrom(SignerInfo signer)
    {
        var sender = WordsOf(signer, SealOids.Sender);
        var recipient = WordsOf(signer, SealOids.Recipient);
        var parcelId = WordsOf(signer, SealOids.ParcelId);
        var written = WordsOf(signer, SealOids.MadeAt);
        if (sender is null || recipient is null || parcelId is null) return null;
        return DateTimeOffset.TryParseExact(written, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var madeAt)
            ? new SealLabel(sender, recipient, parcelId, madeAt)
            : null;
    }

    /// <summary>The value of an attribute that must stand exactly once with exactly one value; null where it does not.</summary>
    internal static byte[]? ValueOf(SignerInfo signer, Oid oid)
    {
        byte[]? value = null;
        foreach (var attribute in signer.SignedAttributes)
        {
            if (attribute.Oid.Value != oid.Value) continue;
            if (value is not null || attribute.Values.Count != 1) return null;
            value = attribute.Values[0].RawData;
        }
        return value;
    }

    private static AsnEncodedData Words(Oid oid, string words)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteCharacterString(UniversalTagNumber.UTF8String, words);
        return new AsnEncodedData(oid, writer.Encode());
    }

    private static string? WordsOf(SignerInfo signer, Oid oid)
    {
        if (ValueOf(signer, oid) is not { } value) return null;
        try
        {
            var reader = new AsnReader(value, AsnEncodingRules.DER);
            var words = reader.ReadCharacterString(UniversalTagNumber.UTF8String);
            return reader.HasData ? null : words;
        }
        catch (AsnContentException)
        {
            return null; // of another form: the caller refuses the whole parcel
        }
    }
}
