using Grpc.Core;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Identity;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Operating;

/// <summary>What an operator does. Each call is one act, in a file of its own, and is recorded.</summary>
internal sealed class OperationsService(CallBoundary boundary, ICallers callers, ListWaitingAct waiting, ListQuarantineAct quarantine, RetakeAct retake, RedriveAct redrive, RedriveSets sets, ReconcileAct reconcile, BackupAct backup)
    : Operations.OperationsBase
{
    public override Task<ListWaitingReply> ListWaiting(ListWaitingRequest request, ServerCallContext context) => boundary.Run(() => waiting.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<ListQuarantineReply> ListQuarantine(ListQuarantineRequest request, ServerCallContext context) => boundary.Run(() => quarantine.Run(request, callers.Of(context), context.CancellationToken));

    public override Task Retake(RetakeRequest request, IServerStreamWriter<RetakeReply> responseStream, ServerCallContext context) =>
        boundary.Run(() => retake.Run(request, callers.Of(context), responseStream, context.CancellationToken));

    public override Task Redrive(RedriveRequest request, IServerStreamWriter<RedriveReply> responseStream, ServerCallContext context) =>
        boundary.Run(() => redrive.Run(request, callers.Of(context), responseStream, context.CancellationToken));

    public override Task<AgreeReply> Agree(AgreeRequest request, ServerCallContext context) => boundary.Run(() => sets.AgreeAsync(request, callers.Of(context), context.CancellationToken));

    public override Task<StopReply> Stop(StopRequest request, ServerCallContext context) => boundary.Run(() => sets.StopAsync(request, callers.Of(context), context.CancellationToken));

    public override Task Reconcile(ReconcileRequest request, IServerStreamWriter<ReconcileReply> responseStream, ServerCallContext context) =>
        boundary.Run(() => reconcile.Run(request, callers.Of(context), responseStream, context.CancellationToken));

    public override Task Backup(BackupRequest request, IServerStreamWriter<BackupReply> responseStream, ServerCallContext context) =>
        boundary.Run(() => backup.Run(callers.Of(context), responseStream, context.CancellationToken));
}
