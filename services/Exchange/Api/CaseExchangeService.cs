using Grpc.Core;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Identity;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api;

/// <summary>An agency's door for its own systems. Each call is one act, in a file of its own.</summary>
internal sealed class CaseExchangeService(CallBoundary boundary, ICallers callers, Acts acts) : CaseExchange.CaseExchangeBase
{
    public override Task<CheckReply> Check(CheckRequest request, ServerCallContext context) => boundary.Run(() => acts.Check.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<SendReply> Send(SendRequest request, ServerCallContext context) => boundary.Run(() => acts.Send.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<SupplyReply> Supply(SupplyRequest request, ServerCallContext context) =>
        boundary.Run(async () => new SupplyReply { Outcome = await acts.Supply.Run(request, callers.Of(context), context.CancellationToken) });

    public override Task<RespondReply> Respond(RespondRequest request, ServerCallContext context) => boundary.Run(() => acts.Respond.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<WithdrawReply> Withdraw(WithdrawRequest request, ServerCallContext context) => boundary.Run(() => acts.Withdraw.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<CorrectReply> Correct(CorrectRequest request, ServerCallContext context) => boundary.Run(() => acts.Correct.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<NoteDisagreementReply> NoteDisagreement(NoteDisagreementRequest request, ServerCallContext context) =>
        boundary.Run(() => acts.Disagree.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<RecordCallReply> RecordCall(RecordCallRequest request, ServerCallContext context) => boundary.Run(() => acts.RecordCall.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<ListOwedReply> ListOwed(ListOwedRequest request, ServerCallContext context) => boundary.Run(() => acts.ListOwed.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<MisdirectReply> Misdirect(MisdirectRequest request, ServerCallContext context) => boundary.Run(() => acts.Misdirect.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<GetReply> Get(GetRequest request, ServerCallContext context) => boundary.Run(() => acts.Get.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<ListReply> List(ListRequest request, ServerCallContext context) => boundary.Run(() => acts.List.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<GetReportReply> GetReport(GetReportRequest request, ServerCallContext context) => boundary.Run(() => acts.Report.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<FlowReply> Flow(FlowRequest request, ServerCallContext context) => boundary.Run(() => acts.Flow.Run(request, callers.Of(context), context.CancellationToken));

    public override Task<UploadDocumentReply> UploadDocument(IAsyncStreamReader<UploadDocumentRequest> requestStream, ServerCallContext context) =>
        boundary.Run(() => acts.Upload.Run(requestStream, callers.Of(context), context.CancellationToken));

    public override Task DownloadDocument(DownloadDocumentRequest request, IServerStreamWriter<DownloadDocumentReply> responseStream, ServerCallContext context) =>
        boundary.Run(() => acts.Download.Run(request, callers.Of(context), responseStream, context.CancellationToken));

    public override Task Watch(WatchRequest request, IServerStreamWriter<WatchReply> responseStream, ServerCallContext context) =>
        boundary.Run(async () =>
        {
            var caller = callers.Of(context);
            await context.WriteResponseHeadersAsync([]); // it may be long before anything happens, and whoever watches wants to know that it was let in
            await acts.Watch.Run(request, caller, responseStream, context.CancellationToken);
        });
}
