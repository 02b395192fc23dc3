using Grpc.Core;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Retention.Disposal;
using InfoSharing.Exchange.Retention.Enquiry;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Retention;

/// <summary>The keeping and ending of cases. Each call is one act, in a file of its own, and is recorded where the case's end does not reach.</summary>
internal sealed class CaseRetentionService(CallBoundary boundary, ICallers callers, EnquiryActs enquiry, DisposalActs disposal) : CaseRetention.CaseRetentionBase
{
    public override Task<OpenEnquiryReply> OpenEnquiry(OpenEnquiryRequest request, ServerCallContext context) => boundary.Run(() => enquiry.Open.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<ReadEnquiryReply> ReadEnquiry(ReadEnquiryRequest request, ServerCallContext context) => boundary.Run(() => enquiry.Read.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<CloseEnquiryReply> CloseEnquiry(CloseEnquiryRequest request, ServerCallContext context) => boundary.Run(() => enquiry.Close.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<GetCustodyReply> GetCustody(GetCustodyRequest request, ServerCallContext context) => boundary.Run(() => enquiry.Custody.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<ListDueReply> ListDue(ListDueRequest request, ServerCallContext context) => boundary.Run(() => disposal.ListDue.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<DisposeReply> Dispose(DisposeRequest request, ServerCallContext context) => boundary.Run(() => disposal.Dispose.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<KeepReply> Keep(KeepRequest request, ServerCallContext context) => boundary.Run(() => disposal.Keep.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<HoldReply> Hold(HoldRequest request, ServerCallContext context) => boundary.Run(() => disposal.Hold.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<EndHoldReply> EndHold(EndHoldRequest request, ServerCallContext context) => boundary.Run(() => disposal.Hold.End(request, callers.Of(context), context.CancellationToken));

    public override Task<ListErasedReply> ListErased(ListErasedRequest request, ServerCallContext context) => boundary.Run(() => disposal.Erased.List(request, callers.Of(context), context.CancellationToken));

    public override Task<EraseAgainReply> EraseAgain(EraseAgainRequest request, ServerCallContext context) => boundary.Run(() => disposal.Erased.Again(request, callers.Of(context), context.CancellationToken));
}
