using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Shapes;
using Basis = InfoSharing.V1.DestructionCertificate.Types.Basis;

namespace InfoSharing.Exchange.Retention.Disposal;

/// <summary>
/// The list of destroyed cases, kept beside the backups; and, after a restore that brought some back, their erasure again. One person does that, because
/// our own certificate of the very key says that it was decided before.
/// </summary>
internal sealed class ErasedAct(ILedger ledger, AgencyKeys us, CustodyDesk desk, Certificates certificates, ReadRecords records)
{
    private const int Most = 1_000;

    internal async Task<ListErasedReply> List(ListErasedRequest request, Caller caller, CancellationToken cancellationToken)
    {
        await records.Looked(caller, Act.Types.Kind.ListDue);
        var reply = new ListErasedReply();
        foreach (var erased in await ledger.ErasuresAsync(request.After, Most, cancellationToken)) reply.Cases.Add(await Entry(erased, cancellationToken));
        return reply;
    }

    internal async Task<EraseAgainReply> Again(EraseAgainRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Certificates.Count > Most) throw new NotATransferException([new ShapeFault("certificates", $"At most {Most} at a time: give the list in parts.")]);
        var by = Persons.Of(request.By, caller);
        var reply = new EraseAgainReply();
        foreach (var certificate in request.Certificates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Guid.TryParse(certificate.TransferId, out var transferId) && certificates.IsOurs(certificate)) await Again(certificate, transferId, by, caller, reply);
            else reply.NotOurs.Add(certificate.TransferId);
        }
        return reply;
    }

    private async Task Again(DestructionCertificate former, Guid transferId, Who by, Caller caller, EraseAgainReply reply)
    {
        try
        {
            Action counted = () => reply.NothingToDo++;
            await desk.Decide(transferId, at =>
            {
                if (at.IsErased) return (null, null);
                if (!former.KeyFingerprint.Span.SequenceEqual(at.View.KeyFingerprint(transferId)))
                {
                    counted = () => reply.NotOurs.Add(former.TransferId);
                    return (null, null);
                }
                if (at.Custody.Hold is not null) return (Nos.OnHold, null);
                counted = () => reply.Erased++;
                var certificate = certificates.Make(at.View, transferId, Basis.RestoredCopy, by);
                var record = new CustodyRecord { Act = ActRecords.ActOf(caller, Act.Types.Kind.Erase, at.Now), By = by, Certificate = certificate, Basis = Basis.RestoredCopy };
                return (null, new() { Audits = [CustodyRecords.Row(transferId, record)], Erase = transferId });
            });
            counted();
        }
        catch (ActNotAllowedException no) when (no.No.Code == Nos.OnHold.Code)
        {
            reply.OnHold.Add(former.TransferId);
        }
        catch (ActNotAllowedException no) when (no.No.Code == Nos.NotKnown.Code)
        {
            reply.NothingToDo++;
        }
    }

    private async Task<ListErasedReply.Types.Entry> Entry(LedgerEvent erased, CancellationToken cancellationToken)
    {
        var transferId = erased.TransferId!.Value;
        return new()
        {
            TransferId = transferId.ToString("D"),
            At = Timestamp.FromDateTimeOffset(erased.At),
            Position = erased.Cursor,
            Certificate = CustodyRecords.In(await ledger.AuditAsync(transferId, cancellationToken)).Select(one => one.Certificate).LastOrDefault(one => one?.Agency == us.Agency),
        };
    }
}
