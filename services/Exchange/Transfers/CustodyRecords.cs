using Google.Protobuf;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;
using Kind = InfoSharing.V1.Act.Types.Kind;

namespace InfoSharing.Exchange.Transfers;

/// <summary>What was done about the keeping of a case, as audit records that outlive it.</summary>
internal static class CustodyRecords
{
    private static readonly HashSet<string> Kinds =
        [.. new[] { Kind.Misdirect, Kind.Breach, Kind.OpenEnquiry, Kind.ReadEnquiry, Kind.CloseEnquiry, Kind.Dispose, Kind.Keep, Kind.Hold, Kind.EndHold, Kind.Erase }.Select(ActRecords.CodeOf)];

    /// <summary>The row of one.</summary>
    internal static AuditRow Row(Guid transferId, CustodyRecord record) => new(transferId, 0, ActRecords.CodeOf(record.Act.Kind), record.ToByteArray(), OutlivesCase: true);

    /// <summary>Those among a case's audit records, in their order.</summary>
    internal static IReadOnlyList<CustodyRecord> In(IEnumerable<LedgerEvent> audit) =>
        [.. audit.Where(one => Kinds.Contains(one.Kind)).Select(one => one.Detail.Open()).OfType<byte[]>().Select(CustodyRecord.Parser.ParseFrom)];
}
