using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Client.Proofs;

/// <summary>
/// Whether a proof shows, by itself, that a message's sender sent just these bytes: the leaf of the message (0x4D, its salt, its bytes) leads by its path to a Merkle root (RFC 6962, 2.1.1), and
/// that root stands among the signed attributes of the parcel (RFC 5652, 5.4), which one of the sender's certificates signed.
/// </summary>
/// <param name="Holds">True where it does.</param>
/// <param name="Because">Where it does not, why: one sentence.</param>
/// <param name="Certificate">Where it does, the certificate whose key signed, DER.</param>
public sealed record MessageCheck(bool Holds, string Because, ReadOnlyMemory<byte> Certificate)
{
    private const int HashBytes = 32;
    private const byte AMessage = 0x4D;
    private const string Arc = "2.25.147689962051520682913565046031869775431";

    /// <summary>Checks a proof. Never throws on what the proof holds.</summary>
    /// <param name="message">The message's exact bytes.</param>
    /// <param name="proof">The proof.</param>
    public static MessageCheck Of(ByteString message, ProofOfMessage proof)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(proof);
        if (RootOf(message, proof) is not { } root) return No("The path does not lead from the message to a root.");
        if (AttributesOf(proof.SignedAttributes) is not { } attributes) return No("The signed attributes cannot be read.");
        if (!attributes.TryGetValue(Arc + ".5", out var signedRoot) || !IsOctets(signedRoot, root)) return No("The sender signed another root than the one to which the path leads.");
        if (!Fits(message, attributes)) return No("The message names another sender or recipient than the parcel in which it is said to have gone.");
        return proof.Certificates.FirstOrDefault(certificate => IsSignedWith(certificate, proof)) is { } signer
            ? new(true, "", signer.Memory)
            : No("None of the sender's certificates signed it.");
    }

    private static MessageCheck No(string because) => new(false, because, default);

    private static byte[]? RootOf(ByteString message, ProofOfMessage proof)
    {
        if (proof.Salt.Length != 16 || proof.Count is 0 or > int.MaxValue || proof.Index >= proof.Count || proof.Path.Any(hash => hash.Length != HashBytes)) return null;
        var leaf = SHA256.HashData([0, AMessage, .. proof.Salt.Span, .. message.Span]);
        var used = 0;
        var root = Climb(leaf, (int)proof.Index, (int)proof.Count, proof.Path, ref used);
        return used == proof.Path.Count ? root : null;
    }

    private static byte[]? Climb(byte[] leaf, int index, int count, IReadOnlyList<ByteString> path, ref int used)
    {
        if (count == 1) return leaf;
        var split = (int)(BitOperations.RoundUpToPowerOf2((uint)count) / 2);
        var below = index < split ? Climb(leaf, index, split, path, ref used) : Climb(leaf, index - split, count - split, path, ref used);
        if (below is null || used >= path.Count) return null;
        var beside = path[used++].Span;
        return index < split ? SHA256.HashData([1, .. below, .. beside]) : SHA256.HashData([1, .. beside, .. below]);
    }

    // What stands twice could be read in two ways: it is read in none.
    private static Dictionary<string, ReadOnlyMemory<byte>>? AttributesOf(ByteString encoded)
    {
        try
        {
            var read = new Dictionary<string, ReadOnlyMemory<byte>>();
            var reader = new AsnReader(encoded.Memory, AsnEncodingRules.DER);
            var set = reader.ReadSetOf();
            reader.ThrowIfNotEmpty();
            while (set.HasData)
            {
                var attribute = set.ReadSequence();
                var oid = attribute.ReadObjectIdentifier();
                var values = attribute.ReadSetOf();
                attribute.ThrowIfNotEmpty();
                if (!read.TryAdd(oid, values.ReadEncodedValue()) || values.HasData) return null;
            }
            return read;
        }
        catch (AsnContentException)
        {
            return null; // whatever it is, it is not signed attributes
        }
    }

    private static bool IsOctets(ReadOnlyMemory<byte> value, byte[] wanted)
    {
        try
        {
            return new AsnReader(value, AsnEncodingRules.DER).ReadOctetString().AsSpan().SequenceEqual(wanted);
        }
        catch (AsnContentException)
        {
            return false; // of another form
        }
    }

    private static string? WordsOf(Dictionary<string, ReadOnlyMemory<byte>> attributes, string oid)
    {
        try
        {
            return attributes.TryGetValue(oid, out var value) ? new AsnReader(value, AsnEncodingRules.DER).ReadCharacterString(UniversalTagNumber.UTF8String) : null;
        }
        catch (AsnContentException)
        {
            return null; // of another form
        }
    }

    private static bool Fits(ByteString bytes, Dictionary<string, ReadOnlyMemory<byte>> attributes)
    {
        try
        {
            var message = Message.Parser.ParseFrom(bytes);
            return message.Sender == WordsOf(attributes, Arc + ".1") && message.Recipient == WordsOf(attributes, Arc + ".2");
        }
        catch (InvalidProtocolBufferException)
        {
            return false; // signed, and still no message
        }
    }

    private static bool IsSignedWith(ByteString certificate, ProofOfMessage proof)
    {
        try
        {
            using var read = X509CertificateLoader.LoadCertificate(certificate.Span);
            using var key = read.GetECDsaPublicKey();
            return key?.VerifyData(proof.SignedAttributes.Span, proof.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true;
        }
        catch (CryptographicException)
        {
            return false; // no certificate at all
        }
    }
}
