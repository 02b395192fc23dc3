namespace InfoSharing.Exchange.Ledger.Entries;

/// <summary>Whose words a stored version is.</summary>
internal enum Standing
{
    /// <summary>We sent it.</summary>
    Sent = 1,

    /// <summary>We received it.</summary>
    Received = 2,

    /// <summary>We refused to send it; it is kept as evidence under its own id, and never blocks a mended one.</summary>
    Refused = 3,
}

/// <summary>One version of a transfer.</summary>
/// <param name="Id">The row's id; of a refusal the refusal's.</param>
/// <param name="TransferId">The transfer, which is the case.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Standing">Whose words it is.</param>
/// <param name="Sha256">SHA-256 of the transfer as our own serialiser writes it: same id and version with another one is refused.</param>
/// <param name="Body">The transfer.</param>
/// <param name="Report">The report given on it; empty when there is none.</param>
internal sealed record ContentRow(Guid Id, Guid TransferId, uint Version, Standing Standing, byte[] Sha256, byte[] Body, byte[] Report);

/// <summary>Something that happened.</summary>
/// <param name="TransferId">The transfer, when it is about one.</param>
/// <param name="Version">Its version, or 0.</param>
/// <param name="Kind">A code: "sent", "accepted". In clear, so never a word of the case.</param>
/// <param name="Detail">What Watch gives with it: a message without the transfer. Sealed.</param>
/// <param name="OutlivesCase">True where it must be readable after the case is erased: sealed under the agency's own key, so without a word of the case.</param>
internal sealed record EventRow(Guid? TransferId, uint Version, string Kind, byte[] Detail, bool OutlivesCase = false);

/// <summary>A record of an act.</summary>
/// <param name="TransferId">The transfer, when it is about one.</param>
/// <param name="Version">Its version, or 0.</param>
/// <param name="Kind">A code: "view", "send". In clear.</param>
/// <param name="Detail">Who, role, agency, why. Sealed.</param>
/// <param name="OutlivesCase">True where it must be readable after the case is erased (the erasure itself): sealed under the agency's own key, so without a word of the case.</param>
internal sealed record AuditRow(Guid? TransferId, uint Version, string Kind, byte[] Detail, bool OutlivesCase = false);

/// <summary>A message to another agency.</summary>
/// <param name="Id">The message.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="Version">Its version.</param>
/// <param name="Recipient">The agency.</param>
/// <param name="Lane">The lane, as Parcel.Lane numbers it.</param>
/// <param name="Kind">The name of the message's body: "transfer", "accepted".</param>
/// <param name="Body">The message without its sequence, which the writer assigns and appends as field 4; of a part, without the part's bytes, which follow the sequence.</param>
/// <param name="OutlivesCase">True where it must still go after the case is erased: sealed under the agency's own key, so without a word of the case.</param>
internal sealed record OutgoingRow(Guid Id, Guid TransferId, uint Version, string Recipient, int Lane, string Kind, byte[] Body, bool OutlivesCase = false)
{
    /// <summary>The part of a document that it carries: its number is the message's sequence.</summary>
    public CarriedPart? Carries { get; init; }

    /// <summary>SHA-256 of the exact bytes of a message that carries a part; of others the writer works it out.</summary>
    public byte[] Sha256 { get; init; } = [];
}

/// <summary>A message from another agency.</summary>
/// <param name="Id">The message.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sender">The agency that signed it.</param>
/// <param name="Sequence">Its number, from 1 for each transfer and sender.</param>
/// <param name="Kind">The name of the message's body.</param>
/// <param name="Bytes">Its exact bytes; of what is not kept what is left of it, or nothing.</param>
/// <param name="Sha256">SHA-256 of its exact bytes, 32 bytes.</param>
/// <param name="Receipt">The signed receipt.</param>
/// <param name="Proof">What proves that it came as its sender signed it; empty where there is nothing.</param>
internal sealed record IncomingRow(Guid Id, Guid TransferId, uint Version, string Sender, ulong Sequence, string Kind, byte[] Bytes, byte[] Sha256, byte[] Receipt, byte[] Proof)
{
    /// <summary>The part of a document that it carries: its number is the message's sequence.</summary>
    public CarriedPart? Carries { get; init; }
}

/// <summary>A receipt for a message of ours. The message is done when the digest is that of its exact bytes.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Sha256">The digest that the receipt states.</param>
/// <param name="Bytes">The receipt, signature and all.</param>
internal sealed record TakenReceipt(Guid MessageId, byte[] Sha256, byte[] Bytes);

/// <summary>A message of ours that its recipient gave back, because this ledger had lost it; with its own number, and done.</summary>
/// <param name="Id">The message.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="Version">Its version.</param>
/// <param name="Recipient">The agency.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Sequence">The number that it had.</param>
/// <param name="Kind">The name of the message's body.</param>
/// <param name="Bytes">Its exact bytes, which end with its number.</param>
/// <param name="Sha256">SHA-256 of its exact bytes, 32 bytes.</param>
/// <param name="MadeAt">When it was made, as its id says.</param>
/// <param name="Receipt">The recipient's receipt.</param>
internal sealed record GivenBackRow(
    Guid Id, Guid TransferId, uint Version, string Recipient, int Lane, ulong Sequence, string Kind, byte[] Bytes, byte[] Sha256, DateTimeOffset MadeAt, byte[] Receipt);

/// <summary>Something that could not be opened, as it came.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Reason">A code: "cannot-open", "other-bytes".</param>
/// <param name="Sender">The agency for which the broker vouches, if any.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record QuarantineRow(Guid Id, string Reason, string? Sender, byte[] Bytes);

/// <summary>A document that is whole.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="Document">The document's id in the transfer.</param>
/// <param name="Partner">The agency whose parts it was put together of; blank where it was uploaded here.</param>
/// <param name="Upload">The upload, by the id of whoever has it.</param>
/// <param name="Sha256">SHA-256 of all its bytes.</param>
/// <param name="Parts">How many parts it has.</param>
/// <param name="About">What else is known of it. Sealed.</param>
internal sealed record DocumentRow(Guid Id, Guid TransferId, string Document, string Partner, Guid Upload, byte[] Sha256, uint Parts, byte[] About);

/// <summary>Bytes of an upload. Alone they need no record: nothing can be seen of them until their document is written, and that has one.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="Part">The part's number, from 1; 0 is its words, to be searched.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record PartRow(Guid Upload, Guid TransferId, uint Part, byte[] Bytes);

/// <summary>Which part of which document a message carries.</summary>
/// <param name="Document">The document's id in the transfer.</param>
/// <param name="Upload">The upload, by its sender's id.</param>
/// <param name="Part">The part's number, from 1.</param>
/// <param name="Parts">How many there are.</param>
internal sealed record CarriedPart(string Document, Guid Upload, uint Part, uint Parts);

/// <summary>An identifier or blocking key by which a case can be found.</summary>
/// <param name="TransferId">The case.</param>
/// <param name="Kind">What it is: "nhs", "upn", "surname-born".</param>
/// <param name="Value">Its value; only its keyed hash is stored.</param>
internal sealed record FindableBy(Guid TransferId, string Kind, string Value);

/// <summary>Where a transfer stands.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Version">Its newest version.</param>
/// <param name="State">A code, in clear.</param>
/// <param name="Summary">What a list shows of it: kind, sender, lead. Sealed.</param>
/// <param name="LookSoon">True where its clocks are to be looked at at once: something may follow from what happened.</param>
internal sealed record JourneyRow(Guid TransferId, uint Version, string State, byte[] Summary, bool LookSoon = false)
{
    /// <summary>After how long it is looked at where nothing hurries: no clock is shorter.</summary>
    internal static readonly TimeSpan Unhurried = TimeSpan.FromHours(1);
}

/// <summary>When a transfer's clocks are to be looked at again.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="LookAt">Not before; null where nothing can run out by time alone.</param>
/// <param name="Marks">What stands out of it, for lists.</param>
internal sealed record LookRow(Guid TransferId, DateTimeOffset? LookAt, int Marks);

/// <summary>A message that goes again though its receipt is stored, as if it had never been tried. Its first receipt stays.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="DueAt">Not before.</param>
internal sealed record AgainRow(Guid MessageId, DateTimeOffset DueAt);

/// <summary>When a message is to be tried again.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="DueAt">Not before.</param>
internal sealed record AttemptRow(Guid MessageId, DateTimeOffset DueAt);
