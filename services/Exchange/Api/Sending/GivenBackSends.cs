using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Views;

namespace InfoSharing.Exchange.Api.Sending;

/// <summary>
/// Sends that a restored ledger had lost. Their answers are gone, and what recipients gave back are their views and not what was written; so whoever asks again is known by
/// this: the same views follow from what they send now.
/// </summary>
internal sealed class GivenBackSends(ILedger ledger, AgencyKeys us)
{
    /// <summary>True where every message of this version was given back, and is what would go now.</summary>
    internal async Task<bool> Has(Transfer transfer, IReadOnlyList<Party> recipients, CancellationToken cancellationToken)
    {
        var transferId = Guid.Parse(transfer.Id);
        if (ledger.Doubts.RestoredAt is null || !(await ledger.EventsAsync(transferId, cancellationToken)).Any(one => one.Kind == EventKinds.GivenBack)) return false;
        var sent = (await ledger.MessagesAsync(transferId, cancellationToken)).Where(one => one.Outgoing).Select(TransferStates.Read).OfType<Exchanged>().Select(one => one.Message)
            .Where(message => message.Sender == us.Agency && TransferFold.TransferIn(message)?.Version == transfer.Version).ToList();
        return sent.Count > 0 && sent.TrueForAll(message => recipients.FirstOrDefault(one => one.Agency == message.Recipient) is { } recipient && View.For(transfer, recipient).Transfer.Equals(TransferFold.TransferIn(message)));
    }
}
