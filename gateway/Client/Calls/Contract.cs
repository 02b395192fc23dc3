using Grpc.Core;
using InfoSharing.V1;

namespace InfoSharing.Client.Calls;

/// <summary>What the contract's service files say of each unary call: all are idempotent, and each has its deadline.</summary>
internal static class Contract
{
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Storing = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadingAll = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, TimeSpan> Deadlines = new()
    {
        [nameof(CaseExchange.CaseExchangeClient.Check)] = Reading,
        [nameof(CaseExchange.CaseExchangeClient.Send)] = Storing,
        [nameof(CaseExchange.CaseExchangeClient.Get)] = Reading,
        [nameof(CaseExchange.CaseExchangeClient.List)] = Reading,
        [nameof(CaseExchange.CaseExchangeClient.Respond)] = Storing,
        [nameof(CaseExchange.CaseExchangeClient.Supply)] = Storing,
        [nameof(CaseExchange.CaseExchangeClient.Withdraw)] = Storing,
        [nameof(CaseExchange.CaseExchangeClient.Correct)] = Storing,
        [nameof(CaseExchange.CaseExchangeClient.NoteDisagreement)] = Storing,
        [nameof(CaseExchange.CaseExchangeClient.RecordCall)] = Storing,
        [nameof(CaseExchange.CaseExchangeClient.ListOwed)] = ReadingAll,
        [nameof(CaseExchange.CaseExchangeClient.GetReport)] = Reading,
        [nameof(CaseExchange.CaseExchangeClient.Flow)] = Reading,
        [nameof(CaseExchange.CaseExchangeClient.Misdirect)] = Storing,
        [nameof(LedgerAudit.LedgerAuditClient.Prove)] = Reading,
        [nameof(CaseRetention.CaseRetentionClient.OpenEnquiry)] = Reading,
        [nameof(CaseRetention.CaseRetentionClient.ReadEnquiry)] = Reading,
        [nameof(CaseRetention.CaseRetentionClient.CloseEnquiry)] = Storing,
        [nameof(CaseRetention.CaseRetentionClient.GetCustody)] = Reading,
        [nameof(CaseRetention.CaseRetentionClient.ListDue)] = Storing,
        [nameof(CaseRetention.CaseRetentionClient.Dispose)] = Storing,
        [nameof(CaseRetention.CaseRetentionClient.Keep)] = Reading,
        [nameof(CaseRetention.CaseRetentionClient.Hold)] = Reading,
        [nameof(CaseRetention.CaseRetentionClient.EndHold)] = Reading,
        [nameof(CaseRetention.CaseRetentionClient.ListErased)] = Storing,
        [nameof(CaseRetention.CaseRetentionClient.EraseAgain)] = Storing,
        [nameof(Operations.OperationsClient.ListWaiting)] = Reading,
        [nameof(Operations.OperationsClient.ListQuarantine)] = Reading,
        [nameof(Operations.OperationsClient.Agree)] = Reading,
        [nameof(Operations.OperationsClient.Stop)] = Reading,
    };

    /// <summary>The deadline of a method; null where the contract names none here, and the call is then made once.</summary>
    public static TimeSpan? DeadlineOf(IMethod method) => Deadlines.TryGetValue(method.Name, out var deadline) ? deadline : null;
}
