using InfoSharing.V1;
using Body = InfoSharing.V1.Message.BodyOneofCase;
using Step = InfoSharing.V1.Withdrawn.Types.Step;

namespace InfoSharing.Exchange.Transfers;

/// <summary>What happened, as events in the ledger and Watch name it. In clear, so never a word of a case.</summary>
internal static class EventKinds
{
    /// <summary>We sent a transfer, or its next version.</summary>
    public const string Sent = "sent";

    /// <summary>The rules refused a hand-over.</summary>
    public const string Refused = "refused";

    /// <summary>What was refused went, mended, under another id.</summary>
    public const string Mended = "mended";

    /// <summary>It waits here, because its recipient cannot be reached by this way.</summary>
    public const string Held = "held";

    /// <summary>A receipt for a message of ours was stored.</summary>
    public const string Delivered = "delivered";

    /// <summary>It went again, and its receipt came again.</summary>
    public const string DeliveredAgain = "delivered-again";

    /// <summary>A message of ours that this ledger had lost was given back by its recipient.</summary>
    public const string GivenBack = "given-back";

    /// <summary>A transfer came.</summary>
    public const string Received = "received";

    /// <summary>The whole next version came, or was sent.</summary>
    public const string Supplied = "supplied";

    /// <summary>What this ledger's, or the other's, own rules ask.</summary>
    public const string RulesAsked = "rules-asked";

    /// <summary>A message came before one that belongs in front of it; it waits.</summary>
    public const string Early = "early";

    /// <summary>Parts of a document were written for a recipient.</summary>
    public const string DocumentGoing = "document-going";

    /// <summary>Every part of a document is here, and it is what the transfer names.</summary>
    public const string DocumentWhole = "document-whole";

    /// <summary>Every part of a document is here, and it is not what the transfer names.</summary>
    public const string DocumentOtherBytes = "document-other-bytes";

    /// <summary>A field of what was sent is corrected.</summary>
    public const string Corrected = "corrected";

    /// <summary>A message of ours has no receipt after the set time. It ends with "delivered" of the same message.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>Areas disagree about a child: the heads of service of both are named.</summary>
    public const string DisagreementOpened = "disagreement-opened";

    /// <summary>One side's reasons in a disagreement.</summary>
    public const string DisagreementReason = "disagreement-reason";

    /// <summary>Both sides have agreed, and who visits meanwhile.</summary>
    public const string Agreed = "disagreement-agreed";

    /// <summary>A clock has run out, and a role is to be told.</summary>
    public const string Escalated = "escalated";

    /// <summary>True for the events that say whom to tell, and change no state.</summary>
    internal static bool Tells(string kind) => kind is Escalated or Undelivered or DisagreementOpened;

    /// <summary>A message that changes nothing: said before, or by somebody who has no say.</summary>
    public const string Told = "told";

    /// <summary>It went to the wrong place: content is locked here.</summary>
    public const string Misdirected = "misdirected";

    /// <summary>One of its copies went to the wrong place; it goes on with the lead.</summary>
    public const string CopyMisdirected = "copy-misdirected";

    /// <summary>The other side has destroyed the key of what had gone there by mistake.</summary>
    public const string DestroyedThere = "destroyed-there";

    /// <summary>Content came for a case that is locked or erased here, and was not kept.</summary>
    public const string Dropped = "dropped";

    /// <summary>The other side has not kept what we sent: the case is locked or erased there.</summary>
    public const string NotKept = "not-kept";

    /// <summary>A breach enquiry was opened.</summary>
    public const string EnquiryOpened = "enquiry-opened";

    /// <summary>The breach is assessed, and the enquiry closed.</summary>
    public const string EnquiryClosed = "enquiry-closed";

    /// <summary>One of two has confirmed a disposal.</summary>
    public const string DisposalConfirmed = "disposal-confirmed";

    /// <summary>It is kept beyond its period.</summary>
    public const string Kept = "kept";

    /// <summary>A legal hold was put on.</summary>
    public const string HoldPut = "hold";

    /// <summary>A legal hold was ended.</summary>
    public const string HoldEnded = "hold-ended";

    /// <summary>The case's key is destroyed. The ledger writes it.</summary>
    public const string Erased = "erased";

    /// <summary>The event that a message is, once it is applied, at the agency that says it and at the one that is told.</summary>
    internal static string Of(Message message, bool ours) => message.BodyCase switch
    {
        Body.Transfer => ours ? Sent : Received,
        Body.Supplied => Supplied,
        Body.Accepted => message.Accepted.Children.Count == 0 ? "acknowledged" : "accepted",
        Body.Declined => "declined",
        Body.Asked => IsOfRules(message.Asked) ? RulesAsked : "asked",
        Body.Corrected => Corrected,
        Body.Misdirected => message.Misdirected.Certificate is null ? Misdirected : DestroyedThere,
        Body.DocumentPart => "document-part",
        Body.DisagreementNote => message.DisagreementNote.Agreed ? Agreed : DisagreementReason,
        Body.Called => "call-recorded",
        Body.Withdrawn => message.Withdrawn.Step switch
        {
            Step.Withdrawn when message.Withdrawn.ReceiverKeeps != default => "withdrawal-kept",
            Step.Withdrawn => "withdrawn",
            Step.TooLate => "too-late",
            _ => "withdrawal-asked",
        },
        _ => Told,
    };

    private static bool IsOfRules(Asked asked) => asked.Questions.Count == 0 && asked.RuleQuestions.Count > 0;
}
