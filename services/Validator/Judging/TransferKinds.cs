using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Validator.Judging;

/// <summary>Kinds of transfer, as rules.md's "Applies" column names them.</summary>
[Flags]
public enum TransferKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>FULL_TRANSFER.</summary>
    FullTransfer = 1,

    /// <summary>CP_TRANSFER_IN.</summary>
    CpTransferIn = 2,

    /// <summary>MARAC_TO_MARAC.</summary>
    MaracToMarac = 4,

    /// <summary>PROBATION_TRANSFER.</summary>
    ProbationTransfer = 8,

    /// <summary>N: NOTIFICATION, and MISSING_FAMILY_ALERT, which is treated as one.</summary>
    Alerts = 16,

    /// <summary>H: the four hand-over kinds.</summary>
    HandOvers = FullTransfer | CpTransferIn | MaracToMarac | ProbationTransfer,

    /// <summary>All kinds.</summary>
    All = HandOvers | Alerts,
}

/// <summary>From the contract's kind to the rules'.</summary>
internal static class TransferKindsOf
{
    /// <summary>True where the two have a kind in common.</summary>
    internal static bool Overlaps(this TransferKinds kinds, TransferKinds others) => (kinds & others) != TransferKinds.None;

    /// <summary>The rules' kind of a contract kind. Blank counts as a full hand-over: the strictest reading.</summary>
    internal static TransferKinds Of(Kind kind) => kind switch
    {
        Kind.CpTransferIn => TransferKinds.CpTransferIn,
        Kind.MaracToMarac => TransferKinds.MaracToMarac,
        Kind.ProbationTransfer => TransferKinds.ProbationTransfer,
        Kind.Notification or Kind.MissingFamilyAlert => TransferKinds.Alerts,
        _ => TransferKinds.FullTransfer,
    };
}
