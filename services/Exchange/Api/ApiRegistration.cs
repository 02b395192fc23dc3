using InfoSharing.Exchange.Api.Answering;
using InfoSharing.Exchange.Api.Documents;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Reading;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Api.Sending;
using InfoSharing.Exchange.Documents.Arriving;
using InfoSharing.Exchange.Documents.Going;
using InfoSharing.Exchange.Documents.Keeping;
using InfoSharing.Exchange.Escalating;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Exchange.Api;

/// <summary>Puts the door and what it does into a service.</summary>
internal static class ApiRegistration
{
    /// <summary>Adds the acts, and what an arriving message means.</summary>
    internal static IServiceCollection AddApi(this IServiceCollection services)
    {
        TelemetryOfAgency.AddTo(services);
        return services
            .AddSingleton<CallBoundary>().AddSingleton<ReadRecords>().AddSingleton<Judgements>().AddSingleton<Holdings>().AddSingleton<OwedItems>()
            .AddSingleton<DocumentsOfTransfer>().AddSingleton<DocumentsGoing>().AddSingleton<DocumentsArriving>().AddSingleton<DocumentClerk>().AddHostedService(provider => provider.GetRequiredService<DocumentClerk>())
            .AddSingleton<ReceiverRules>().AddSingleton<ContentLock>().AddSingleton<Breaches>().AddSingleton<IArrivals, Arrivals>()
            .AddSingleton<Recipients>().AddSingleton<Outbox>().AddSingleton<SendReads>().AddSingleton<GivenBackSends>().AddSingleton<RefuseAct>()
            .AddSingleton<CheckAct>().AddSingleton<SendAct>().AddSingleton<SupplyAct>().AddSingleton<RespondAct>().AddSingleton<WithdrawAct>().AddSingleton<MisdirectAct>()
            .AddSingleton<GetAct>().AddSingleton<ListAct>().AddSingleton<WatchAct>().AddSingleton<ReportAct>().AddSingleton<FlowSteps>().AddSingleton<FlowAct>()
            .AddSingleton<TellingAct>().AddSingleton<CorrectAct>().AddSingleton<DisagreementNoteAct>().AddSingleton<RecordCallAct>().AddSingleton<ListOwedAct>()
            .AddSingleton<TransferLook>().AddSingleton<EscalationPass>()
            .AddSingleton<DocumentsNow>().AddSingleton<UploadAct>().AddSingleton<DownloadAct>().AddSingleton<Acts>();
    }
}
