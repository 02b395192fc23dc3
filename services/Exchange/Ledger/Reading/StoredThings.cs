using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Sealing;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>A stored version of a transfer.</summary>
/// <param name="Id">The row's id; of a refusal the refusal's.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="Version">Its version.</param>
/// <param name="Standing">Whose words it is.</param>
/// <param name="Sha256">Of the transfer as our own serialiser writes it.</param>
/// <param name="Body">The transfer.</param>
/// <param name="Report">The report given on it; empty when there is none.</param>
internal sealed record StoredTransfer(Guid Id, Guid TransferId, uint Version, Standing Standing, byte[] Sha256, SealedContent Body, SealedContent Report);

/// <summary>A message, ours or another's.</summary>
/// <param name="Outgoing">True when it is ours.</param>
/// <param name="Id">The message.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="Version">Its version.</param>
/// <param name="Partner">The other agency.</param>
/// <param name="Sequence">Its number in that agency's stream, or in ours to it.</param>
/// <param name="Kind">The name of its body.</param>
/// <param name="Sha256">Of its exact bytes.</param>
/// <param name="At">When it was stored here.</param>
/// <param name="DoneAt">When its receipt was stored; null while there is none, and for the other's messages.</param>
/// <param name="Held">True when it came early: one before it is still missing, so it is not applied.</param>
/// <param name="Body">Its exact bytes.</param>
internal sealed record StoredMessage(bool Outgoing, Guid Id, Guid TransferId, uint Version, string Partner, ulong Sequence, string Kind, byte[] Sha256, DateTimeOffset At, DateTimeOffset? DoneAt, bool Held, SealedContent Body)
{
    /// <summary>True when it goes again though its first receipt is stored.</summary>
    public bool GoesAgain { get; init; }
}

/// <summary>A message of ours, without what it says.</summary>
/// <param name="Id">The message.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="Version">Its version.</param>
/// <param name="Recipient">To whom it goes.</param>
/// <param name="Sequence">Its number in our stream to them.</param>
/// <param name="Kind">The name of its body.</param>
internal sealed record SentMessage(Guid Id, Guid TransferId, uint Version, string Recipient, ulong Sequence, string Kind)
{
    /// <summary>True when it goes again though its first receipt is stored.</summary>
    public bool GoesAgain { get; init; }
}

/// <summary>An event or audit record.</summary>
/// <param name="Cursor">Its position in the chain.</param>
/// <param name="TransferId">The transfer, when it is about one.</param>
/// <param name="Version">Its version, or 0.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Detail">What goes with it.</param>
internal sealed record LedgerEvent(ulong Cursor, Guid? TransferId, uint Version, string Kind, DateTimeOffset At, SealedContent Detail);

/// <summary>Where a transfer stands.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Version">Its newest version.</param>
/// <param name="State">A code.</param>
/// <param name="ChangedAt">When it changed last.</param>
/// <param name="Summary">What a list shows of it.</param>
/// <param name="Marks">What stands out of it, as its clocks were last looked at.</param>
internal sealed record ListedTransfer(Guid TransferId, uint Version, string State, DateTimeOffset ChangedAt, SealedContent Summary, int Marks);

/// <summary>A page of transfers.</summary>
/// <param name="Transfers">Newest first.</param>
/// <param name="NextPageToken">Where it ends; null at the end.</param>
internal sealed record TransferPage(IReadOnlyList<ListedTransfer> Transfers, string? NextPageToken);

/// <summary>A message that waits to go, or to go again.</summary>
/// <param name="Id">The message.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sequence">Its number.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="At">When it was stored.</param>
/// <param name="Sha256">Of its exact bytes.</param>
/// <param name="Body">Its exact bytes.</param>
internal sealed record DueMessage(Guid Id, Guid TransferId, uint Version, ulong Sequence, int Attempts, DateTimeOffset At, byte[] Sha256, SealedContent Body);

/// <summary>A recipient and lane for which messages are due.</summary>
/// <param name="Recipient">The agency.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Count">How many, those of erased cases among them, which never go.</param>
internal sealed record DueLane(string Recipient, int Lane, int Count);

/// <summary>A message that came before.</summary>
/// <param name="Sha256">Of its exact bytes. Other bytes under its id go to quarantine.</param>
/// <param name="Receipt">The receipt that was given, to be given again.</param>
internal sealed record SeenMessage(byte[] Sha256, byte[] Receipt);

/// <summary>A request's answer.</summary>
/// <param name="Digest">Of the request.</param>
/// <param name="Answer">The reply.</param>
internal sealed record StoredAnswer(byte[] Digest, SealedContent Answer);

/// <summary>A part of a document.</summary>
/// <param name="Part">Its number, from 1; 0 is the words of the whole.</param>
/// <param name="Body">Its bytes; of one that came, the message that brought them.</param>
internal sealed record StoredPart(uint Part, SealedContent Body);

/// <summary>A document that is whole.</summary>
/// <param name="Upload">The upload, by the id of whoever has it.</param>
/// <param name="Document">Its id in the transfer.</param>
/// <param name="Partner">The agency whose parts it was put together of; blank where it was uploaded here.</param>
/// <param name="Sha256">SHA-256 of all its bytes.</param>
/// <param name="Parts">How many parts it has.</param>
/// <param name="At">When it was whole.</param>
/// <param name="About">What else is known of it.</param>
internal sealed record StoredDocument(Guid Upload, string Document, string Partner, byte[] Sha256, uint Parts, DateTimeOffset At, SealedContent About);

/// <summary>A message that carries a part of a document.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Outgoing">True when it is ours.</param>
/// <param name="Partner">The other agency.</param>
/// <param name="Version">The version of the transfer that it is about.</param>
/// <param name="Carries">The part.</param>
/// <param name="At">When it was stored here.</param>
/// <param name="DoneAt">When its receipt was stored; null while there is none, and for the other's.</param>
internal sealed record StoredCarried(Guid MessageId, bool Outgoing, string Partner, uint Version, Entries.CarriedPart Carries, DateTimeOffset At, DateTimeOffset? DoneAt);
