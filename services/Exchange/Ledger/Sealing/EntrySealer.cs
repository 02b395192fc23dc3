using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Writing;

namespace InfoSharing.Exchange.Ledger.Sealing;

/// <summary>Seals an entry's rows, each under its case's key. Runs on the caller's thread, so that the writer only writes.</summary>
internal sealed class EntrySealer(Keyring ring, CaseKeys keys, TimeProvider clock)
{
    /// <summary>Seals the rows.</summary>
    /// <exception cref="ArgumentException">The rows are not such as can be stored.</exception>
    internal PreparedRows Seal(LedgerRows rows, LedgerRequest? request)
    {
        RowBounds.Check(rows);
        var prepared = new PreparedRows { Taken = rows.Receipt, Attempts = rows.Attempts, Again = rows.Again, Looks = rows.Looks, Erase = rows.Erase };
        using var open = new OpenKeys(keys, prepared.Keys);
        if (request is not null)
        {
            var key = RequestKey(ring, request.Caller, request.Operation, request.Id);
            prepared.Request = new RequestRow { Key = key, Digest = request.Digest, CaseId = request.TransferId, Answer = SealAnswer(open, key, request.TransferId, request.Answer) };
        }
        foreach (var one in rows.Events) prepared.Links.Add(Link(open, false, one.TransferId, one.Version, one.Kind, one.Detail, one.OutlivesCase || one.TransferId is null));
        foreach (var one in rows.Audits) prepared.Links.Add(Link(open, true, one.TransferId, one.Version, one.Kind, one.Detail, one.OutlivesCase || one.TransferId is null));
        foreach (var one in rows.Contents)
            prepared.Transfers.Add(new TransferRow
            {
                Id = one.Id, TransferId = one.TransferId, Version = one.Version, Standing = (long)one.Standing, Sha256 = one.Sha256, Request = prepared.Request?.Key,
                Sealed = Seal(open, "transfer", one.Id, one.TransferId, one.Version, one.Body), Report = Seal(open, "report", one.Id, one.TransferId, one.Version, one.Report),
            }.Hashed());
        foreach (var one in rows.Outgoing)
            prepared.Outgoing.Add(new(new OutgoingMessageRow
            {
                Id = one.Id, TransferId = one.TransferId, Version = one.Version, Recipient = one.Recipient, Lane = one.Lane, Kind = one.Kind, House = one.OutlivesCase ? 1 : 0, Sha256 = one.Sha256,
                Sealed = one.OutlivesCase ? SealedBox.Seal(ring.House, one.Body, Belongs("outgoing", one.Id, one.Version)) : Seal(open, "outgoing", one.Id, one.TransferId, one.Version, one.Body),
            }.Hashed(), one.Body, Carried(one.Carries, one.Id, one.TransferId, outgoing: true, one.Recipient)));
        if (rows.Incoming is { } incoming)
        {
            prepared.Incoming = new IncomingMessageRow
            {
                Id = incoming.Id, TransferId = incoming.TransferId, Version = incoming.Version, Sender = incoming.Sender, Sequence = checked((long)incoming.Sequence), Kind = incoming.Kind,
                Sha256 = incoming.Sha256, Sealed = incoming.Bytes.Length == 0 ? [] : Seal(open, "incoming", incoming.Id, incoming.TransferId, incoming.Version, incoming.Bytes),
                Proof = incoming.Proof.Length == 0 ? [] : Seal(open, "proof", incoming.Id, incoming.TransferId, incoming.Version, incoming.Proof),
            }.Hashed();
            prepared.Receipt = incoming.Receipt;
            prepared.IncomingCarries = Carried(incoming.Carries, incoming.Id, incoming.TransferId, outgoing: false, incoming.Sender);
        }
        if (rows.GivenBack is { } back)
        {
            // Sealed as it was when it was ours alone: its number stands beside it.
            var tail = SequenceField.Of(back.Sequence).Length;
            prepared.GivenBack = new OutgoingMessageRow
            {
                Id = back.Id, TransferId = back.TransferId, Version = back.Version, Recipient = back.Recipient, Lane = back.Lane, Sequence = checked((long)back.Sequence), Kind = back.Kind, Sha256 = back.Sha256,
                At = Micros.Of(back.MadeAt), Sealed = Seal(open, "outgoing", back.Id, back.TransferId, back.Version, back.Bytes[..^tail]),
            }.Hashed();
            prepared.Receipt = back.Receipt;
        }
        if (rows.Quarantine is { } quarantine)
            prepared.Quarantine = new QuarantinedRow { Id = quarantine.Id, Reason = quarantine.Reason, Sender = quarantine.Sender, Sealed = SealedBox.Seal(ring.House, quarantine.Bytes, Belongs("quarantine", quarantine.Id, 0)) };
        foreach (var one in rows.Documents)
            prepared.Documents.Add(new WholeDocumentRow { Id = one.Id, TransferId = one.TransferId, Document = one.Document, Partner = one.Partner, Upload = one.Upload, Sha256 = one.Sha256, Parts = one.Parts, Sealed = Seal(open, "document", one.Id, one.TransferId, one.Parts, one.About) });
        foreach (var one in rows.Parts)
            prepared.Parts.Add(new DocumentPartRow { Upload = one.Upload, TransferId = one.TransferId, Part = one.Part, Sealed = Seal(open, "document_part", one.Upload, one.TransferId, one.Part, one.Bytes) });
        if (rows.Journey is { } journey)
            prepared.Journey = new JourneyStateRow { TransferId = journey.TransferId, Version = journey.Version, State = journey.State, LookAfter = Micros.Of(journey.LookSoon ? TimeSpan.Zero : JourneyRow.Unhurried), Sealed = Seal(open, "journey", journey.TransferId, journey.TransferId, journey.Version, journey.Summary) };
        foreach (var one in rows.FindableBy)
            if (BlindIndex.Token(ring, one.Kind, one.Value) is { } token)
            {
                open.Touch(one.TransferId);
                prepared.BlindIndex.Add(new(token, one.TransferId));
            }
        prepared.Bytes = SizeOf(prepared);
        return prepared;
    }

    /// <summary>The key of a request: keyed-hashed, because a caller's id may be a person's.</summary>
    internal static byte[] RequestKey(Keyring ring, string caller, string operation, string id) => ring.Token("request", caller, operation, id);

    /// <summary>Seals another answer in place of a request's own.</summary>
    internal byte[] SealAnswer(RequestRow request, byte[] answer)
    {
        using var open = new OpenKeys(keys, []);
        return SealAnswer(open, request.Key, request.CaseId, answer);
    }

    /// <summary>The link that tells of an erasure. It outlives the case.</summary>
    internal LinkRow ErasedLink(Guid caseId) =>
        new() { Id = NewId(), TransferId = caseId, Kind = "erased", House = 1, Salt = RandomNumberGenerator.GetBytes(Links.SaltBytes) };

    internal byte[] Belongs(string part, Guid row, long version) => SealedBox.Belongs(part, ring.Agency, row, version);

    /// <summary>A request has no row id of its own: the first half of its key stands for one.</summary>
    internal static Guid AnswerRow(byte[] key) => new(key.AsSpan(0, 16), bigEndian: true);

    private static CarriedPartRow? Carried(CarriedPart? part, Guid message, Guid transferId, bool outgoing, string partner) =>
        part is null ? null : new(message, transferId, outgoing, partner, part.Document, part.Upload, part.Part, part.Parts);

    private byte[] SealAnswer(OpenKeys open, byte[] key, Guid caseId, byte[] answer) => Seal(open, "answer", AnswerRow(key), caseId, 0, answer);

    private LinkRow Link(OpenKeys open, bool audit, Guid? transferId, uint version, string kind, byte[] detail, bool house)
    {
        var id = NewId();
        var part = audit ? "audit" : "event";
        if (transferId is { } caseId && !house) open.Touch(caseId);
        return new LinkRow
        {
            Audit = audit, Id = id, TransferId = transferId, Version = version, Kind = kind, House = house ? 1 : 0, Salt = RandomNumberGenerator.GetBytes(Links.SaltBytes),
            Sealed = house ? SealedBox.Seal(ring.House, detail, Belongs(part, id, version)) : Seal(open, part, id, transferId!.Value, version, detail),
        };
    }

    private byte[] Seal(OpenKeys open, string part, Guid row, Guid caseId, long version, byte[] content) => SealedBox.Seal(open.Of(caseId), content, Belongs(part, row, version));

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private static long SizeOf(PreparedRows rows)
    {
        long bytes = rows.Incoming?.Sealed.Length ?? 0;
        bytes += (rows.Quarantine?.Sealed.Length ?? 0) + (rows.GivenBack?.Sealed.Length ?? 0);
        foreach (var one in rows.Transfers) bytes += one.Sealed.Length + one.Report.Length;
        foreach (var one in rows.Outgoing) bytes += one.Row.Sealed.Length;
        foreach (var one in rows.Parts) bytes += one.Sealed.Length;
        return bytes;
    }
}
