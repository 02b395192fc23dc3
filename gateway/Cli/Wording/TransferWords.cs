using InfoSharing.V1;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Cli.Wording;

/// <summary>What a transfer is, where it stands and what happened to it, as people say it.</summary>
internal static class TransferWords
{
    private static readonly Dictionary<string, string> Happenings = new()
    {
        ["reached"] = "reached the service",
        ["parcel-made"] = "packed and signed",
        ["judged"] = "judged by their own rules",
        ["stored"] = "stored, receipt signed",
        ["delivered"] = "delivered: their receipt is stored",
        ["received"] = "came in",
        ["refused"] = "refused as a hand-over",
        ["mended"] = "went, mended",
        ["held"] = "held here: it cannot go by this way",
        ["supplied"] = "next version",
        ["early"] = "came early; it waits for what belongs in front of it",
        ["too-late"] = "withdrawal came too late",
        ["withdrawal-asked"] = "withdrawal asked",
        ["withdrawal-kept"] = "said what is kept after the withdrawal",
        ["undelivered"] = "UNDELIVERED: no receipt in time; it goes on being sent",
        ["escalated"] = "a clock has run out",
        ["disagreement-opened"] = "DISAGREEMENT: both heads of service have it",
        ["disagreement-reason"] = "reasons in the disagreement",
        ["disagreement-agreed"] = "agreed by both sides",
        ["call-recorded"] = "a call is written down",
        ["misdirected"] = "it went to the wrong place: locked",
        ["copy-misdirected"] = "a copy went to the wrong place",
        ["destroyed-there"] = "they destroyed its key, with a certificate",
        ["dropped"] = "came for a locked or erased case: receipted, not kept",
        ["not-kept"] = "receipted there, and not kept: locked or erased",
        ["enquiry-opened"] = "breach enquiry opened",
        ["enquiry-closed"] = "breach assessed, enquiry closed",
        ["disposal-confirmed"] = "disposal confirmed by one of two",
        ["kept"] = "kept beyond its period",
        ["hold"] = "legal hold put on",
        ["hold-ended"] = "legal hold ended",
        ["erased"] = "key destroyed: nobody can read it here again",
    };

    /// <summary>"alert", "full transfer".</summary>
    internal static string Of(Transfer.Types.Kind kind) => kind switch
    {
        Transfer.Types.Kind.Notification => "alert",
        Transfer.Types.Kind.FullTransfer => "full transfer",
        Transfer.Types.Kind.CpTransferIn => "child protection transfer-in",
        Transfer.Types.Kind.MaracToMarac => "MARAC to MARAC",
        Transfer.Types.Kind.ProbationTransfer => "probation transfer",
        Transfer.Types.Kind.MissingFamilyAlert => "missing-family alert",
        _ => "transfer",
    };

    /// <summary>True where it is told and not handed over.</summary>
    internal static bool IsAlert(Transfer.Types.Kind kind) => kind is Transfer.Types.Kind.Notification or Transfer.Types.Kind.MissingFamilyAlert;

    /// <summary>"delivered, not answered yet".</summary>
    internal static string Of(State state) => state switch
    {
        State.Refused => "refused as a hand-over",
        State.Sent => "sent, not delivered yet",
        State.Delivered => "delivered, not answered yet",
        State.Asked => "questions asked",
        State.PartAnswered => "answered for some children",
        State.Accepted => "accepted",
        State.Declined => "declined",
        State.Withdrawn => "withdrawn",
        State.Misdirected => "went to the wrong place: locked",
        State.Held => "held here: ring them",
        State.Erased => "erased: nobody can read it here",
        _ => "not known here",
    };

    /// <summary>Why a message has no receipt, as far as is known.</summary>
    internal static string Of(Notice.Types.Why why) => why switch
    {
        Notice.Types.Why.BrokerAway => "the broker cannot be reached from here",
        Notice.Types.Why.ReceiverAway => "it was given to the broker, and they have not answered",
        Notice.Types.Why.NoKey => "they are not connected: the directory has no key for them",
        Notice.Types.Why.NotInDirectory => "they are not connected: the directory does not hold them",
        _ => "not known here",
    };

    /// <summary>An event or a step of the flow; one that we do not know, as its code says it.</summary>
    internal static string OfEvent(string code) => Happenings.GetValueOrDefault(code, code.Replace('-', ' '));

    /// <summary>A code as words: FULL_TRANSFER is "full transfer". Short ones, as GP and ICO, are written so.</summary>
    internal static string OfCode(string code) => code.Length <= 3 && code is not ("YES" or "NO") ? code : code.Replace('_', ' ').ToLowerInvariant();
}
