using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using InfoSharing.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Tests.Component.Client;

/// <summary>An agency's two services on real Kestrel, on a loopback port, answering as a test says.</summary>
internal sealed class FakeAgency : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeAgency(WebApplication app, FakeAnswers answers) => (_app, Answers) = (app, answers);

    public FakeAnswers Answers { get; }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<FakeAgency> Start(FakeAnswers? answers = null, int port = 0)
    {
        answers ??= new FakeAnswers();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(answers);
        builder.Services.AddGrpc();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.MapGrpcService<FakeCases>();
        app.MapGrpcService<FakeAudit>();
        app.MapGrpcService<FakeOperations>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, answers);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>What the fake agency answers; what a test leaves out is UNIMPLEMENTED. Every request is kept.</summary>
internal sealed class FakeAnswers
{
    public ConcurrentQueue<(object Request, Metadata Headers, DateTime Deadline)> Calls { get; } = [];

    public Func<SendRequest, SendReply>? Send { get; set; }

    public Func<SupplyRequest, SupplyReply>? Supply { get; set; }

    public Func<GetRequest, GetReply>? Get { get; set; }

    public Func<ListRequest, ListReply>? List { get; set; }

    public Func<RespondRequest, RespondReply>? Respond { get; set; }

    public Func<WithdrawRequest, WithdrawReply>? Withdraw { get; set; }

    public Func<CorrectRequest, CorrectReply>? Correct { get; set; }

    public Func<NoteDisagreementRequest, NoteDisagreementReply>? Disagree { get; set; }

    public Func<RecordCallRequest, RecordCallReply>? RecordCall { get; set; }

    public Func<ListOwedRequest, ListOwedReply>? Owed { get; set; }

    public Func<MisdirectRequest, MisdirectReply>? Misdirect { get; set; }

    public Func<GetReportRequest, GetReportReply>? Report { get; set; }

    public Func<FlowRequest, FlowReply>? Flow { get; set; }

    public Func<WatchRequest, IAsyncEnumerable<WatchReply>>? Watch { get; set; }

    public Func<IEnumerable<VerifyReply>>? Verify { get; set; }

    public Func<ProveRequest, ProveReply>? Prove { get; set; }

    public Func<ListWaitingRequest, ListWaitingReply>? Waiting { get; set; }

    public Func<ListQuarantineRequest, ListQuarantineReply>? Quarantine { get; set; }

    public Func<RetakeRequest, IEnumerable<RetakeReply>>? Retake { get; set; }

    public Func<RedriveRequest, IEnumerable<RedriveReply>>? Redrive { get; set; }

    public Func<AgreeRequest, AgreeReply>? Agree { get; set; }

    public Func<ReconcileRequest, IEnumerable<ReconcileReply>>? Reconcile { get; set; }

    public Func<BackupRequest, IEnumerable<BackupReply>>? Backup { get; set; }

    public IEnumerable<T> Requests<T>() => Calls.Select(call => call.Request).OfType<T>();

    internal Task<TReply> Answer<TRequest, TReply>(TRequest request, ServerCallContext context, Func<TRequest, TReply>? answer)
        where TRequest : class
    {
        Calls.Enqueue((request, context.RequestHeaders, context.Deadline));
        return answer is null ? throw new RpcException(new Status(StatusCode.Unimplemented, "This test says nothing of it.")) : Task.FromResult(answer(request));
    }
}

internal sealed class FakeCases(FakeAnswers answers) : CaseExchange.CaseExchangeBase
{
    public override Task<SendReply> Send(SendRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Send);

    public override Task<SupplyReply> Supply(SupplyRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Supply);

    public override Task<GetReply> Get(GetRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Get);

    public override Task<ListReply> List(ListRequest request, ServerCallContext context) => answers.Answer(request, context, answers.List);

    public override Task<RespondReply> Respond(RespondRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Respond);

    public override Task<WithdrawReply> Withdraw(WithdrawRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Withdraw);

    public override Task<CorrectReply> Correct(CorrectRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Correct);

    public override Task<NoteDisagreementReply> NoteDisagreement(NoteDisagreementRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Disagree);

    public override Task<RecordCallReply> RecordCall(RecordCallRequest request, ServerCallContext context) => answers.Answer(request, context, answers.RecordCall);

    public override Task<ListOwedReply> ListOwed(ListOwedRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Owed);

    public override Task<MisdirectReply> Misdirect(MisdirectRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Misdirect);

    public override Task<GetReportReply> GetReport(GetReportRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Report);

    public override Task<FlowReply> Flow(FlowRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Flow);

    public override async Task Watch(WatchRequest request, IServerStreamWriter<WatchReply> responseStream, ServerCallContext context)
    {
        await foreach (var happened in (await answers.Answer(request, context, answers.Watch)).WithCancellation(context.CancellationToken)) await responseStream.WriteAsync(happened, context.CancellationToken);
    }
}

internal sealed class FakeAudit(FakeAnswers answers) : LedgerAudit.LedgerAuditBase
{
    public override async Task Verify(VerifyRequest request, IServerStreamWriter<VerifyReply> responseStream, ServerCallContext context)
    {
        foreach (var step in await answers.Answer(request, context, answers.Verify is { } verify ? _ => verify() : (Func<VerifyRequest, IEnumerable<VerifyReply>>?)null)) await responseStream.WriteAsync(step, context.CancellationToken);
    }

    public override Task<ProveReply> Prove(ProveRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Prove);
}

internal sealed class FakeOperations(FakeAnswers answers) : Operations.OperationsBase
{
    public override Task<ListWaitingReply> ListWaiting(ListWaitingRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Waiting);

    public override Task<ListQuarantineReply> ListQuarantine(ListQuarantineRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Quarantine);

    public override Task<AgreeReply> Agree(AgreeRequest request, ServerCallContext context) => answers.Answer(request, context, answers.Agree);

    public override Task Retake(RetakeRequest request, IServerStreamWriter<RetakeReply> responseStream, ServerCallContext context) => Tell(request, responseStream, context, answers.Retake);

    public override Task Redrive(RedriveRequest request, IServerStreamWriter<RedriveReply> responseStream, ServerCallContext context) => Tell(request, responseStream, context, answers.Redrive);

    public override Task Reconcile(ReconcileRequest request, IServerStreamWriter<ReconcileReply> responseStream, ServerCallContext context) => Tell(request, responseStream, context, answers.Reconcile);

    public override Task Backup(BackupRequest request, IServerStreamWriter<BackupReply> responseStream, ServerCallContext context) => Tell(request, responseStream, context, answers.Backup);

    private async Task Tell<TRequest, TReply>(TRequest request, IServerStreamWriter<TReply> replies, ServerCallContext context, Func<TRequest, IEnumerable<TReply>>? answer)
        where TRequest : class
    {
        foreach (var reply in await answers.Answer(request, context, answer)) await replies.WriteAsync(reply, context.CancellationToken);
    }
}
