using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Retention.Schedule;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using Microsoft.Extensions.Options;
using Basis = InfoSharing.V1.DestructionCertificate.Types.Basis;
using Capacity = InfoSharing.V1.CustodyRecord.Types.Capacity;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Exchange.Retention.Disposal;

/// <summary>
/// A disposal is confirmed by two people of different names, a manager and the information governance lead; with the second confirmation the key is destroyed
/// in one transaction with its certificate. A legal hold stops both.
/// </summary>
internal sealed class DisposeAct(AgencyKeys us, CustodyDesk desk, Certificates certificates, IOptions<RetentionOptions> options)
{
    private readonly RetentionSchedule _schedule = new(options.Value);

    internal async Task<DisposeReply> Run(DisposeRequest request, Caller caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var transferId = Shapes.Id(request.TransferId);
        if (request.Basis is not (Basis.EndOfRetention or Basis.CourtOrder or Basis.Rectification or Basis.ErasureRequest)) throw new ActNotAllowedException(Nos.NoBasis);
        var (by, capacity, reason) = (Persons.Of(request.By, caller), Persons.CapacityOf(request.Capacity, caller), Persons.Words(request.Reason));
        var reply = new DisposeReply();
        await desk.Decide(transferId, at =>
        {
            reply = new() { At = Timestamp.FromDateTimeOffset(at.Now) };
            if (at.IsErased)
            {
                (reply.Certificate, reply.At) = (at.Custody.Certificate, at.Custody.Certificate?.DestroyedAt ?? reply.At);
                return (null, null);
            }
            if (NotNow(at, request.Basis) is { } no) return (no, null);
            var other = at.Custody.OtherConfirmation(capacity, request.Basis);
            if (other is not null && IsSame(other.By, by)) return (Nos.SamePerson, null);
            var record = new CustodyRecord { Act = ActRecords.ActOf(caller, Act.Types.Kind.Dispose, at.Now, reason), By = by, Capacity = capacity, Basis = request.Basis };
            if (other is null)
            {
                reply.Wanted = capacity == Capacity.Manager ? Capacity.InformationGovernanceLead : Capacity.Manager;
                return (null, CustodyDesk.Rows(transferId, record, EventKinds.DisposalConfirmed));
            }
            reply.Certificate = certificates.Make(at.View, transferId, request.Basis, by);
            var rows = CustodyDesk.Rows(transferId, record, EventKinds.DisposalConfirmed);
            return (null, rows with
            {
                Audits = [.. rows.Audits, CustodyRecords.Row(transferId, new() { Act = ActRecords.ActOf(caller, Act.Types.Kind.Erase, at.Now), By = by, Certificate = reply.Certificate, Basis = request.Basis })],
                Erase = transferId,
            });
        });
        return reply;
    }

    private No? NotNow(AtDesk at, Basis basis)
    {
        if (at.InTheWay() is { } no) return no;
        if (DueCases.Facts(at.Journey!, us.Agency) is not { } facts) return null;
        if (facts.State == State.Misdirected && at.Custody.Closed is null) return Nos.MisdirectedIsClosed;
        if (basis != Basis.EndOfRetention) return null;
        var due = _schedule.Of(facts);
        var on = due is null || at.Custody.KeptUntil is not { } kept || London.DayOf(kept) < due.On ? due?.On : London.DayOf(kept).AddDays(1);
        return on is { } day && day <= London.DayOf(at.Now) ? null : Nos.NotDue(on);
    }

    private static bool IsSame(Who one, Who other) => string.Equals(one.Name.Trim(), other.Name.Trim(), StringComparison.OrdinalIgnoreCase);
}
