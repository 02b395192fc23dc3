using Grpc.Core;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Identity;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Audit;

/// <summary>What an auditor asks of the agency's ledger. Each call is one act, in a file of its own, and is recorded.</summary>
internal sealed class LedgerAuditService(CallBoundary boundary, ICallers callers, VerifyAct verify, ProveAct prove) : LedgerAudit.LedgerAuditBase
{
    public override Task Verify(VerifyRequest request, IServerStreamWriter<VerifyReply> responseStream, ServerCallContext context) =>
        boundary.Run(() => verify.Run(request, callers.Of(context), responseStream, context.CancellationToken));

    public override Task<ProveReply> Prove(ProveRequest request, ServerCallContext context) => boundary.Run(() => prove.Run(request, callers.Of(context), context.CancellationToken));
}
