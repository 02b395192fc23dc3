using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Writing;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>Makes of rows what they stand for. Content stays sealed until somebody opens it.</summary>
internal sealed class RowOpener(Keyring ring)
{
    /// <summary>Both streams of one case, from rows in the order of direction, partner and number; what came early says that it is held.</summary>
    internal IReadOnlyList<StoredMessage> Streams(IEnumerable<ReadRow> rows)
    {
        var messages = new List<StoredMessage>();
        var stream = (Outgoing: -1L, Partner: "");
        long expected = 1;
        foreach (var row in rows)
        {
            if (stream != (row.Outgoing, row.Partner))
            {
                stream = (row.Outgoing, row.Partner);
                expected = 1;
            }
            var held = row.Outgoing == 0 && row.Sequence != expected;
            if (!held) expected = row.Sequence + 1;
            messages.Add(Message(row, held));
        }
        return messages;
    }

    internal StoredMessage Message(ReadRow row, bool held) => new(row.Outgoing == 1, row.Id, row.TransferId!.Value, (uint)row.Version, row.Partner, (ulong)row.Sequence, row.Kind, row.Sha256,
        Micros.ToTime(row.At), row.DoneAt is { } done ? Micros.ToTime(done) : null, held,
        row.Outgoing == 1 ? new(ring, row.House == 1 ? null : row.TransferId, row.Sealed, row.Wrapped, SealedBox.Belongs("outgoing", ring.Agency, row.Id, row.Version), SequenceField.Of((ulong)row.Sequence)) : Content(row, "incoming", row.Id, row.Version)) { GoesAgain = row.Again == 1 };

    internal StoredTransfer Transfer(ReadRow row) => new(row.Id, row.TransferId!.Value, (uint)row.Version, (Standing)row.Standing, row.Sha256, Content(row, "transfer", row.Id, row.Version),
        new(ring, row.TransferId, row.Report, row.Wrapped, SealedBox.Belongs("report", ring.Agency, row.Id, row.Version)));

    internal ListedTransfer Journey(ReadRow row) => new(row.TransferId!.Value, (uint)row.Version, row.State, Micros.ToTime(row.At), Content(row, "journey", row.TransferId.Value, row.Version), (int)row.Marks);

    internal StoredDocument Document(ReadRow row) => new(row.Upload!.Value, row.Document, row.Partner, row.Sha256, (uint)row.Parts, Micros.ToTime(row.At), Content(row, "document", row.Id, row.Parts));

    internal StoredAnswer Answer(ReadRow row) => new(row.Sha256, Content(row, "answer", EntrySealer.AnswerRow(row.Key), 0));

    internal SealedContent Content(ReadRow row, string part, Guid id, long version) => new(ring, row.TransferId, row.Sealed, row.Wrapped, SealedBox.Belongs(part, ring.Agency, id, version));
}
