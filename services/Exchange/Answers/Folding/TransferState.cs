using InfoSharing.V1;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Exchange.Answers.Folding;

/// <summary>On which side of a transfer this ledger stands.</summary>
internal enum Side
{
    /// <summary>It knows of no version yet.</summary>
    Unknown,

    /// <summary>It sent the transfer.</summary>
    Sender,

    /// <summary>It is asked to take the case: it alone orders the answers.</summary>
    Lead,

    /// <summary>It has a copy, and never holds.</summary>
    Copy,
}

/// <summary>A version of the transfer.</summary>
/// <param name="Number">Its number.</param>
/// <param name="MadeAt">When the sender made its message: the same at both ledgers.</param>
/// <param name="Transfer">What it says, as this relation's view.</param>
/// <param name="Withheld">How many items that view leaves out.</param>
/// <param name="Owed">What the sender owed then, where it said so because the view leaves something out; null where each side judges by itself.</param>
internal sealed record VersionSeen(uint Number, DateTimeOffset MadeAt, Transfer Transfer, uint Withheld = 0, OwedThen? Owed = null);

/// <summary>The sender no longer asks. <see cref="Step"/> is REQUESTED until the lead's ledger has answered.</summary>
internal sealed record Withdrawal(Withdrawn.Types.Step Step, DateTimeOffset RequestedAt, Text? Reason)
{
    /// <summary>When it had been accepted, on TOO_LATE.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>What the receiver does with what it knows.</summary>
    public Withdrawn.Types.ReceiverKeeps Keeps { get; init; }

    /// <summary>Who of the receiver said that.</summary>
    public Who? KeptBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>Why, in the receiver's words.</summary>
    public Text? KeepsBecause { get; init; }
}

/// <summary>A correction, as this relation's view has it.</summary>
/// <param name="Version">The version that it corrects.</param>
/// <param name="Corrected">What it said, what it says, and why.</param>
internal sealed record CorrectionSeen(uint Version, Corrected Corrected);

/// <summary>What one side said of a disagreement.</summary>
/// <param name="Agency">The side.</param>
/// <param name="At">When it made its message: the same at both ledgers.</param>
/// <param name="Note">What it said.</param>
internal sealed record NoteSeen(string Agency, DateTimeOffset At, DisagreementNote Note);

/// <summary>A telephone call to a recipient.</summary>
/// <param name="To">The recipient.</param>
/// <param name="At">When it was written down.</param>
internal sealed record CallSeen(string To, DateTimeOffset At);

/// <summary>It went to the wrong place: content is locked.</summary>
/// <param name="At">When that was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="SaidBy">The agency that said it.</param>
internal sealed record WrongPlace(DateTimeOffset At, Who? By, string SaidBy);

/// <summary>A recipient beside the lead.</summary>
internal sealed record CopyState(string Agency, DateTimeOffset? DeliveredAt, WrongPlace? Misdirected);

/// <summary>A part of a document that came, or went.</summary>
internal sealed record PartSeen(string Document, string Upload, uint Part, uint Of, DateTimeOffset MadeAt);

/// <summary>A transfer as one ledger knows it: the fold of its numbered streams, the same whatever the order in which the messages came.</summary>
internal sealed record TransferState(string TransferId, string Us)
{
    /// <summary>On which side we stand.</summary>
    public Side Side { get; init; }

    /// <summary>The agency that sent it; blank while no version is known.</summary>
    public string Sender { get; init; } = "";

    /// <summary>The lead recipient, as version 1 named it; blank where there is none.</summary>
    public string Lead { get; init; } = "";

    /// <summary>What is asked, as version 1 says.</summary>
    public Kind Kind { get; init; }

    /// <summary>The kind of agency whose responsibility is handed over: the sender's.</summary>
    public Party.Types.AgencyKind AgencyKind { get; init; }

    /// <summary>The versions that are applied, in order.</summary>
    public IReadOnlyList<VersionSeen> Versions { get; init; } = [];

    /// <summary>The newest version that is stored, also when it came early and still waits; 0 when none is.</summary>
    public uint NewestStored { get; init; }

    /// <summary>The children, by reference.</summary>
    public IReadOnlyList<ChildState> Children { get; init; } = [];

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>At the sender, when its receipt was stored; at the recipient, when it was stored.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When a person of the lead first answered in any way.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>The withdrawal, if one was asked for.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>True where a withdrawal has overtaken its transfer and waits for it.</summary>
    public bool Tombstone { get; init; }

    /// <summary>The corrections, in order. Both texts are shown.</summary>
    public IReadOnlyList<CorrectionSeen> Corrections { get; init; } = [];

    /// <summary>What both sides said of disagreements, oldest first.</summary>
    public IReadOnlyList<NoteSeen> Notes { get; init; } = [];

    /// <summary>The calls to its recipients that are written down.</summary>
    public IReadOnlyList<CallSeen> Calls { get; init; } = [];

    /// <summary>It went to the wrong place; null while nobody has said so.</summary>
    public WrongPlace? Misdirected { get; init; }

    /// <summary>Documents' parts, in order.</summary>
    public IReadOnlyList<PartSeen> Parts { get; init; } = [];

    /// <summary>Recipients beside the lead, as the sender's ledger knows them.</summary>
    public IReadOnlyList<CopyState> Copies { get; init; } = [];

    /// <summary>How many messages wait behind a gap.</summary>
    public int Waiting { get; init; }

    /// <summary>What this ledger knows beside the messages.</summary>
    public LocalFacts Local { get; init; } = new();

    /// <summary>True when a version is applied.</summary>
    public bool IsKnown => Versions.Count > 0;

    /// <summary>The newest applied version; null while none is.</summary>
    public Transfer? Newest => Versions.Count > 0 ? Versions[^1].Transfer : null;

    /// <summary>True for a kind that hands responsibility over; alerts and a blank kind do not.</summary>
    public bool IsHandOver => Kind is Kind.FullTransfer or Kind.CpTransferIn or Kind.MaracToMarac or Kind.ProbationTransfer;

    /// <summary>True where clocks run through nights and weekends: CRISIS, or rated RED, in any version.</summary>
    public bool IsCrisis => Versions.Any(version => version.Transfer.Urgency == Transfer.Types.Urgency.Crisis || version.Transfer.Brag == Transfer.Types.Brag.Red);

    /// <summary>True when the lead's ledger has confirmed a withdrawal.</summary>
    public bool IsWithdrawn => Withdrawal?.Step == Withdrawn.Types.Step.Withdrawn;

    /// <summary>True when content may be shown to nobody.</summary>
    public bool IsLocked => Misdirected is not null;

    /// <summary>The child of a reference; null where the transfer moves none such.</summary>
    public ChildState? Child(string personRef) => Children.FirstOrDefault(child => child.Ref == personRef);
}
