using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.V1;
using Kind = InfoSharing.V1.Act.Types.Kind;

namespace InfoSharing.Exchange.Api.Recording;

/// <summary>Audit records: who, role, agency, when, why. No record, no disclosure.</summary>
internal static class ActRecords
{
    /// <summary>The record of an act on a transfer, sealed with its case.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="kind">What.</param>
    /// <param name="at">When the call reached this agency.</param>
    /// <param name="transferId">The transfer; null for an act on none, which is sealed under the agency's own key.</param>
    /// <param name="version">Its version, or 0.</param>
    /// <param name="reason">Why, in the person's words.</param>
    internal static AuditRow Of(Caller caller, Kind kind, DateTimeOffset at, Guid? transferId = null, uint version = 0, Text? reason = null) =>
        new(transferId, version, CodeOf(kind), ActOf(caller, kind, at, reason).ToByteArray());

    /// <summary>The act itself.</summary>
    internal static Act ActOf(Caller caller, Kind kind, DateTimeOffset at, Text? reason = null) => new()
    {
        Kind = kind,
        Actor = caller.Name,
        Role = caller.Role,
        Agency = caller.Agency,
        At = Timestamp.FromDateTimeOffset(at),
        Reason = reason,
    };

    /// <summary>The kind in clear: "send", "view".</summary>
    internal static string CodeOf(Kind kind) => Act.Descriptor.EnumTypes[0].FindValueByNumber((int)kind).Name.ToLowerInvariant().Replace('_', '-');
}
