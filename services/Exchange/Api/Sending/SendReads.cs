using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Sending;

/// <summary>Reads once what a send, or a check of one, turns on: earlier answers, what is known of the transfer, its documents, and the cases that may be about its people.</summary>
internal sealed class SendReads(ILedger ledger)
{
    /// <summary>Reads it; a check has no key.</summary>
    internal Task<BeforeSend> Of(Transfer transfer, SendKey? key, CancellationToken cancellationToken) =>
        ledger.BeforeSendAsync(Guid.TryParse(transfer.Id, out var id) ? id : Guid.Empty, key is null ? [] : [.. key.Places], Holdings.ValuesOf(transfer), Holdings.Newest, cancellationToken);
}
