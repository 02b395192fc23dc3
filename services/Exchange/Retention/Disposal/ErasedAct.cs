using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Shapes;
using Basis = InfoSharing.V1.DestructionCertificate.Types.Basis;

namespace InfoSharing.Exchange.Retention.Disposal;

/// <summary>The list of destroyed cases, kept beside the backups; and, after a restore that brought some back, their erasure again.</summary>
internal sealed class ErasedAct(ILedger ledger, CustodyDesk desk, Certificates certificates, ReadRecords records)
{
    private const int Most = 1_000;

    internal async Task<ListErasedReply> List(ListErasedRequest request, Caller caller, CancellationToken cancellationToken)
    {
        await records.Looked(caller, Act.Types.Kind.ListDue);
        var erased = await ledger.ErasuresAsync(request.After, Most, cancellationToken);
        return new() { Cases = { erased.Select(one => new ListErasedReply.Types.Entry { TransferId = one.TransferId!.Value.ToString("D"), At = Timestamp.FromDateTimeOffset(one.At), Position = one.Cursor }) } };
    }

    internal async Task<EraseAgainReply> Again(EraseAgainRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.TransferIds.Count > Most) throw new NotATransferException([new ShapeFault("transfer_ids", $"At most {Most} at a time: give the list in parts.")]);
        var by = Persons.Of(request.By, caller);
        var faults = request.TransferIds.Select((id, i) => (id, i)).Where(one => !Guid.TryParse(one.id, out _)).Select(one => new ShapeFault($"transfer_ids[{one.i}]", "This is no transfer's id.")).ToList();
        if (faults.Count > 0) throw new NotATransferException(faults);
        var reply = new EraseAgainReply();
        foreach (var transferId in request.TransferIds.Select(Guid.Parse).Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var erased = false;
                await desk.Decide(transferId, at =>
                {
                    erased = !at.IsErased;
                    if (at.IsErased) return (null, null);
                    if (at.Custody.Hold is not null) return (Nos.OnHold, null);
                    var certificate = certificates.Make(at.View, transferId, Basis.RestoredCopy, by);
                    var record = new CustodyRecord { Act = ActRecords.ActOf(caller, Act.Types.Kind.Erase, at.Now), By = by, Certificate = certificate, Basis = Basis.RestoredCopy };
                    return (null, new() { Audits = [CustodyRecords.Row(transferId, record)], Erase = transferId });
                });
                if (erased) reply.Erased++;
                else reply.NothingToDo++;
            }
            catch (ActNotAllowedException no) when (no.No.Code == Nos.OnHold.Code)
            {
                reply.OnHold.Add(transferId.ToString("D"));
            }
            catch (ActNotAllowedException no) when (no.No.Code == Nos.NotKnown.Code)
            {
                reply.NothingToDo++;
            }
        }
        return reply;
    }
}
