using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Api.Documents;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Reading;

/// <summary>One transfer, as this agency holds it. That it was viewed is recorded before it is shown.</summary>
internal sealed class GetAct(ILedger ledger, AgencyKeys us, ContentLock locks, DocumentsNow documents, ReadRecords records)
{
    /// <summary>Gives it.</summary>
    internal async Task<GetReply> Run(GetRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var transferId = Shapes.Id(request.TransferId);
        var stored = await ledger.OpenAsync(transferId, request.Version, null, cancellationToken) ?? throw new NotHereException("transfer");
        await locks.Demand(transferId, cancellationToken);
        await records.Looked(caller, Act.Types.Kind.View, transferId, stored.Version);
        var messages = await ledger.MessagesAsync(transferId, cancellationToken);
        var reply = Shown(stored, messages, us.Agency);
        reply.Corrections.AddRange(CorrectionsOf.Of(TransferStates.Of(us.Agency, transferId, messages), await ledger.EventsAsync(transferId, cancellationToken), stored.Version));
        reply.Documents.AddRange(await documents.Of(transferId, reply.Transfer, reply.Transfer.From?.Agency ?? "", cancellationToken));
        return reply;
    }

    /// <summary>What is shown of a stored version.</summary>
    /// <exception cref="NotHereException">It is erased.</exception>
    internal static GetReply Shown(StoredTransfer stored, IReadOnlyList<StoredMessage> messages, string us)
    {
        if (stored.Body.Open() is not { } body) throw new NotHereException("transfer");
        var read = messages.Where(message => !message.Held).Select(TransferStates.Read).OfType<Exchanged>().ToList();
        return new()
        {
            Transfer = Transfer.Parser.ParseFrom(body),
            Messages = { read.OrderBy(one => one.MadeAt).ThenBy(one => one.Message.Id, StringComparer.Ordinal).Select(one => Messages.WithoutContent(one.Message)) },
            Withheld = stored.Standing == Ledger.Entries.Standing.Received ? WithheldFrom(read, stored, us) : 0,
        };
    }

    private static uint WithheldFrom(List<Exchanged> messages, StoredTransfer stored, string us) =>
        messages.FirstOrDefault(one => one.Message.Recipient == us && one.Message.Version == stored.Version && TransferFold.TransferIn(one.Message) is not null)?.Message.Withheld ?? 0;
}
