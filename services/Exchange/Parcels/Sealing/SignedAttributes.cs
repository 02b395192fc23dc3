using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>What a signer signed beside the content: a CMS signature's signed attributes as DER SET OF (RFC 5652, 5.4), read by one reader inside a seal and alone.</summary>
internal sealed class SignedAttributes
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>?> _values = [];

    private SignedAttributes(byte[] encoded) => Encoded = encoded;

    /// <summary>The bytes that the signature is over.</summary>
    internal byte[] Encoded { get; }

    /// <summary>One attribute whose value is a UTF8String.</summary>
    internal static AsnEncodedData Words(Oid oid, string words)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteCharacterString(UniversalTagNumber.UTF8String, words);
        return new AsnEncodedData(oid, writer.Encode());
    }

    /// <summary>One attribute whose value is an OCTET STRING.</summary>
    internal static AsnEncodedData Octets(Oid oid, ReadOnlySpan<byte> octets)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(octets);
        return new AsnEncodedData(oid, writer.Encode());
    }

    /// <summary>The attributes of a signer; null where they are not of DER.</summary>
    internal static SignedAttributes? Of(SignerInfo signer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            foreach (var attribute in signer.SignedAttributes)
            {
                using var one = writer.PushSequence();
                writer.WriteObjectIdentifier(attribute.Oid.Value!);
                using var values = writer.PushSetOf();
                foreach (var value in attribute.Values)
                {
                    var whole = AsnDecoder.TryReadEncodedValue(value.RawData, AsnEncodingRules.DER, out _, out _, out _, out var length) && length == value.RawData.Length;
                    if (!whole) return null;
                    writer.WriteEncodedValue(value.RawData);
                }
            }
        }
        return Read(writer.Encode());
    }

    /// <summary>Reads attributes from DER; null where they are none.</summary>
    internal static SignedAttributes? Read(byte[] encoded)
    {
        var attributes = new SignedAttributes(encoded);
        try
        {
            var reader = new AsnReader(encoded, AsnEncodingRules.DER);
            var set = reader.ReadSetOf();
            reader.ThrowIfNotEmpty();
            while (set.HasData)
            {
                var attribute = set.ReadSequence();
                var oid = attribute.ReadObjectIdentifier();
                var values = attribute.ReadSetOf();
                attribute.ThrowIfNotEmpty();
                ReadOnlyMemory<byte>? value = values.HasData ? values.ReadEncodedValue() : null;
                // What stands twice could be read in two ways: it is read in none.
                attributes._values[oid] = values.HasData || attributes._values.ContainsKey(oid) ? null : value;
            }
            return attributes;
        }
        catch (AsnContentException)
        {
            return null; // whatever it is, it is not signed attributes
        }
    }

    /// <summary>The words of an attribute that stands once with one value; null where it does not.</summary>
    internal string? WordsOf(Oid oid) => Value(oid, reader => reader.ReadCharacterString(UniversalTagNumber.UTF8String));

    /// <summary>The octets of an attribute that stands once with one value; null where it does not.</summary>
    internal byte[]? OctetsOf(Oid oid) => Value(oid, reader => reader.ReadOctetString());

    /// <summary>The object identifier in an attribute that stands once with one value; null where it does not.</summary>
    internal string? IdentifierOf(Oid oid) => Value(oid, reader => reader.ReadObjectIdentifier());

    private T? Value<T>(Oid oid, Func<AsnReader, T> read)
        where T : class
    {
        if (!_values.TryGetValue(oid.Value!, out var value) || value is null) return null;
        try
        {
            return read(new AsnReader(value.Value, AsnEncodingRules.DER));
        }
        catch (AsnContentException)
        {
            return null; // of another form: the caller refuses the whole
        }
    }
}
