using System.Security.Cryptography;
using Google.Protobuf;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger.Entries;

namespace InfoSharing.Exchange.Api.Answering;

/// <summary>The key under which an act is answered once and the same ever after. Without a request id each call is an act of its own.</summary>
internal static class ActKey
{
    /// <summary>The request; its answer is worked out inside the transaction.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="requestId">The caller's id for it, or blank.</param>
    /// <param name="bare">The request without its id.</param>
    /// <param name="transferId">The transfer.</param>
    /// <param name="now">The instant.</param>
    internal static LedgerRequest Of(Caller caller, string operation, string requestId, IMessage bare, Guid transferId, DateTimeOffset now) =>
        new(caller.Name, operation, requestId.Length > 0 ? requestId : Guid.CreateVersion7(now).ToString("D"), SHA256.HashData(bare.ToByteArray()), [], transferId);
}
