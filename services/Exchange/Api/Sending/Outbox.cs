using System.Security.Cryptography;
using Google.Protobuf;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Views;

namespace InfoSharing.Exchange.Api.Sending;

/// <summary>Step 5's rows: the transfer as it was written, and for each recipient a message with that recipient's view.</summary>
internal sealed class Outbox(AgencyKeys us)
{
    /// <summary>The version as it was written, with its report. The id says when it was judged.</summary>
    internal static ContentRow Written(Guid id, WrittenTransfer written, Report report, Standing standing) =>
        new(id, Guid.Parse(written.Transfer.Id), written.Transfer.Version, standing, SHA256.HashData(written.Bytes), written.Bytes, report.ToByteArray());

    /// <summary>The messages of a transfer, one for each recipient.</summary>
    /// <param name="written">The whole transfer.</param>
    /// <param name="recipients">The recipients.</param>
    /// <param name="report">The report on it.</param>
    /// <param name="next">True for a next version: it answers what was asked.</param>
    /// <param name="now">The instant.</param>
    /// <param name="documents">What can be read of its documents.</param>
    internal List<Message> MessagesOf(WrittenTransfer written, IReadOnlyList<Party> recipients, Report report, bool next, DateTimeOffset now, IReadOnlyDictionary<string, DocumentWords>? documents = null)
    {
        var (transfer, bytes) = written;
        var messages = new List<Message>(recipients.Count);
        foreach (var recipient in recipients)
        {
            var view = View.For(transfer, recipient, documents, bytes);
            var message = Messages.New(us.Agency, recipient.Agency, Guid.Parse(transfer.Id), transfer.Version, now);
            message.Withheld = (uint)view.Withheld.Count;
            // Whoever has the whole judges it; whoever has not is told what is owed, and nothing of what is left out.
            if (view.Withheld.Count > 0 && recipient.Agency == transfer.Lead?.Agency) message.Owed = new() { Owed = { report.Owed.Where(owed => !view.Withheld.Any(left => IsIn(owed.Field, left.Field))) } };
            if (next) message.Supplied = new() { Transfer = view.Transfer };
            else message.Transfer = view.Transfer;
            messages.Add(message);
        }
        return messages;
    }

    private static bool IsIn(string field, string left) => field.StartsWith(left, StringComparison.Ordinal) && (field.Length == left.Length || field[left.Length] is '.' or '[');
}
