using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Alerts;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Shapes;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Exchange.Api.Sending;

/// <summary>
/// A refusal is never the last step: what was refused is kept as signed evidence under an id of its own, and in the same transaction
/// the alert made of it goes, unless that was not wanted.
/// </summary>
internal sealed class RefuseAct(ILedger ledger, AgencyKeys us, Recipients recipients, Outbox outbox, TimeProvider clock)
{
    private static readonly byte[] Purpose = "InfoSharing.Refusal.1"u8.ToArray();

    /// <summary>Refuses, and alerts.</summary>
    /// <param name="written">The refused hand-over.</param>
    /// <param name="report">Why.</param>
    /// <param name="judging">As of when it was judged.</param>
    /// <param name="key">The send's key.</param>
    /// <param name="record">The audit record of the send.</param>
    /// <param name="alert">Whether the alert goes; null is the agency's signed setting, true by default. A next version alerts nobody: they have been told.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal async Task<SendReply> Run(WrittenTransfer written, Report report, JudgingContext judging, SendKey key, AuditRow record, bool? alert, CancellationToken cancellationToken)
    {
        var transfer = written.Transfer;
        var now = clock.GetUtcNow();
        var refusalId = Guid.CreateVersion7(now);
        var content = Outbox.Written(refusalId, written, report, Standing.Refused);
        var goes = alert ?? (!judging.Settings.HasAlertOnRefusal || judging.Settings.AlertOnRefusal);
        var made = AlertMaker.Make(transfer, Guid.CreateVersion7(now), judging)?.Notification;
        var refused = new SendReply.Types.Refused
        {
            RefusalId = refusalId.ToString("D"),
            Alert = made,
            AlertSent = goes && made is not null,
            At = Timestamp.FromDateTimeOffset(now),
            Signature = ByteString.CopyFrom(Sign(refusalId, content, now)),
        };
        var reply = new SendReply { Refused = refused, Report = report };
        var transferId = Guid.Parse(transfer.Id);
        var rows = new LedgerRows
        {
            Contents = [content],
            Events = [new(transferId, transfer.Version, EventKinds.Refused, Events.Refused(refused.RefusalId, refused.AlertSent ? made!.Id : ""))],
            Audits = [record with { Kind = "refuse" }],
        };
        var entry = new LedgerEntry
        {
            Rows = refused.AlertSent ? WithAlert(rows, made!, refused, judging, now) : rows,
            // What has gone already is not refused afterwards; and of a case that is under way this says nothing in a list.
            Decide = view => view.NewestVersion(transferId, Standing.Sent) >= transfer.Version ? LedgerDecision.No(EarlierAnswers.OtherTransfer)
                : LedgerDecision.Go(view.Journey(transferId) is null or { State: "REFUSED" } ? new() { Journey = Journeys.Of(transferId, transfer, State.Refused) } : null),
        };
        var result = await ledger.AppendAsync(entry with { Request = key.Refused(reply) }, cancellationToken);
        return EarlierAnswers.Answer(result, reply);
    }

    /// <summary>The refusal that a transfer says it mends; null where it says none.</summary>
    /// <exception cref="NotATransferException">None of that id is here.</exception>
    internal async Task<StoredTransfer?> Mended(Transfer transfer, CancellationToken cancellationToken)
    {
        if (transfer.ReplacesRefusal.Length == 0) return null;
        return await ledger.OpenRefusalAsync(Guid.Parse(transfer.ReplacesRefusal), cancellationToken)
            ?? throw new NotATransferException([new ShapeFault("replaces_refusal", "No refusal of this id is here. Give the refusal's own id, as the refusal said it, or leave it blank.")]);
    }

    private LedgerRows WithAlert(LedgerRows rows, Transfer alert, SendReply.Types.Refused refused, JudgingContext judging, DateTimeOffset now)
    {
        var alertId = Guid.Parse(alert.Id);
        var to = recipients.Of(alert);
        var report = RuleSets.Judge(alert, judging);
        var written = WrittenTransfer.Of(alert);
        var messages = outbox.MessagesOf(written, to, report, next: false, now);
        refused.Held.AddRange(recipients.Held(to, now));
        return rows with
        {
            Contents = [.. rows.Contents, Outbox.Written(Guid.CreateVersion7(now), written, report, Standing.Sent)],
            Events =
            [
                .. rows.Events,
                .. messages.Select(message => new EventRow(alertId, alert.Version, EventKinds.Sent, Events.Of(message, refusalId: refused.RefusalId))),
                .. refused.Held.Select(held => new EventRow(alertId, alert.Version, EventKinds.Held, Events.Held(held))),
            ],
            Outgoing = messages.ConvertAll(message => Messages.Outgoing(message, written)),
            FindableBy = FindableKeys.Of(alertId, alert),
            Journey = Journeys.Of(alertId, alert, refused.Held.Count > 0 ? State.Held : State.Sent),
        };
    }

    private byte[] Sign(Guid refusalId, ContentRow written, DateTimeOffset at)
    {
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, Micros.Of(at));
        byte[] content = [.. Purpose, .. refusalId.ToByteArray(bigEndian: true), .. written.Sha256, .. SHA256.HashData(written.Report), .. time];
        using var key = us.Signing.GetECDsaPrivateKey() ?? throw new InvalidOperationException("The signing key is no ECDSA key.");
        return key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
