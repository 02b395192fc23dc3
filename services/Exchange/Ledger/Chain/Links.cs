using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InfoSharing.Exchange.Ledger.Stored;

namespace InfoSharing.Exchange.Ledger.Chain;

/// <summary>
/// How a link is made. Numbers are big-endian, ids are in the order in which UUIDs are written.
/// <code>
/// first head = SHA-256("InfoSharing.Chain.1" ‖ agency id in UTF-8)
/// link       = SHA-256("InfoSharing.Link.1" ‖ previous head (32) ‖ position (8) ‖ kind's length (4) ‖ kind in UTF-8 ‖ time in µs since 1970 (8) ‖ D)
/// D          = SHA-256(salt (16) ‖ 1 for an event, 2 for an audit record (1) ‖ row id (16) ‖ transfer id, or zeros (16) ‖ version (8) ‖ house (1)
///              ‖ sealed detail's length (4) ‖ sealed detail ‖ number of covered rows (4) ‖ for each, in order of place: its tag (1) ‖ its row digest (32))
/// </code>
/// The first link of an entry covers all of the entry's rows; its other links cover none.
/// </summary>
internal static class Links
{
    internal const int SaltBytes = 16;

    internal static byte[] First(string agency) => SHA256.HashData([.. "InfoSharing.Chain.1"u8, .. Encoding.UTF8.GetBytes(agency)]);

    /// <summary>The link after a head.</summary>
    /// <param name="previous">The head before it.</param>
    /// <param name="row">The event or audit record, with its position, time, salt and sealed detail.</param>
    /// <param name="covered">The rows that it covers, in order of place.</param>
    internal static byte[] Next(byte[] previous, LinkRow row, IReadOnlyList<CoveredRow> covered)
    {
        Span<byte> number = stackalloc byte[8];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var digest = Digest(hash, row, covered);

        hash.AppendData("InfoSharing.Link.1"u8);
        hash.AppendData(previous);
        BinaryPrimitives.WriteInt64BigEndian(number, row.Position);
        hash.AppendData(number);
        var kind = Encoding.UTF8.GetBytes(row.Kind);
        BinaryPrimitives.WriteInt32BigEndian(number, kind.Length);
        hash.AppendData(number[..4]);
        hash.AppendData(kind);
        BinaryPrimitives.WriteInt64BigEndian(number, row.At);
        hash.AppendData(number);
        hash.AppendData(digest);
        return hash.GetHashAndReset();
    }

    private static byte[] Digest(IncrementalHash hash, LinkRow row, IReadOnlyList<CoveredRow> covered)
    {
        Span<byte> number = stackalloc byte[8];
        Span<byte> id = stackalloc byte[16];
        hash.AppendData(row.Salt);
        hash.AppendData([row.Audit ? (byte)2 : (byte)1]);
        row.Id.TryWriteBytes(id, bigEndian: true, out _);
        hash.AppendData(id);
        (row.TransferId ?? Guid.Empty).TryWriteBytes(id, bigEndian: true, out _);
        hash.AppendData(id);
        BinaryPrimitives.WriteInt64BigEndian(number, row.Version);
        hash.AppendData(number);
        hash.AppendData([(byte)row.House]);
        BinaryPrimitives.WriteInt32BigEndian(number, row.Sealed.Length);
        hash.AppendData(number[..4]);
        hash.AppendData(row.Sealed);
        BinaryPrimitives.WriteInt32BigEndian(number, covered.Count);
        hash.AppendData(number[..4]);
        foreach (var one in covered)
        {
            hash.AppendData([one.Tag]);
            hash.AppendData(one.Digest());
        }
        return hash.GetHashAndReset();
    }
}
