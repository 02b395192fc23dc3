using InfoSharing.V1;
using Body = InfoSharing.V1.Message.BodyOneofCase;

namespace InfoSharing.Exchange.Answers.Folding;

/// <summary>
/// Folds what one ledger has of a transfer into where it stands. The result depends on the two streams and not on how they were
/// interleaved: an answer names the version that it saw, and among answers the lead's own numbers are the order.
/// </summary>
internal static class TransferFold
{
    /// <summary>Where a transfer stands.</summary>
    /// <param name="us">The agency whose ledger this is.</param>
    /// <param name="transferId">The transfer.</param>
    /// <param name="messages">All messages about it that the ledger has, in any order.</param>
    /// <param name="local">What the ledger knows beside them.</param>
    internal static TransferState Of(string us, string transferId, IEnumerable<Exchanged> messages, LocalFacts? local = null)
    {
        var all = messages.ToLookup(one => one.Message.BodyCase == Body.DocumentPart);
        var streams = NumberedStream.Of(transferId, all[false]);
        var nothing = new TransferState(transferId, us) { Local = local ?? new(), Waiting = streams.Sum(stream => stream.Early.Count) };
        if (Origin(us, streams) is not { } first) return nothing with { Tombstone = streams.Any(HasEarlyWithdrawal), NewestStored = NewestOf(streams) };

        var sender = first.From.Agency;
        var lead = first.Lead?.Agency ?? "";
        var ours = streams.Where(stream => stream.Sender == sender).ToList();
        var forward = ours.Find(stream => stream.Recipient == lead) ?? ours.Find(stream => stream.Recipient == us) ?? ours[0];
        var back = lead.Length > 0 ? streams.FirstOrDefault(stream => stream.Sender == lead && stream.Recipient == sender) : null;
        var versions = VersionsIn(forward);
        var answers = new AnswerFold(nothing with { Kind = first.Kind }, forward, versions);
        answers.Apply(back?.Applied ?? []);

        var sent = forward.Applied.FirstOrDefault(one => TransferIn(one.Message) is not null);
        var weSent = us == sender;
        return nothing with
        {
            Side = weSent ? Side.Sender : us == lead ? Side.Lead : Side.Copy,
            Sender = sender,
            Lead = lead,
            Kind = first.Kind,
            AgencyKind = first.From.AgencyKind,
            Versions = versions,
            NewestStored = NewestOf([forward]),
            Children = answers.Children(),
            SentAt = weSent ? sent?.StoredAt : sent?.MadeAt,
            DeliveredAt = weSent ? sent?.ReceiptedAt : sent?.StoredAt,
            AcknowledgedAt = Earliest(answers.FirstAnswerAt, local?.AcknowledgedAt),
            Withdrawal = answers.Withdrawal,
            Corrections = [.. forward.Applied.Where(one => one.Message.BodyCase == Body.Corrected).Select(one => new CorrectionSeen(one.Message.Version, one.Message.Corrected))],
            Notes = [.. forward.Applied.Concat(back?.Applied ?? []).Where(one => one.Message.BodyCase == Body.DisagreementNote)
                .Select(one => new NoteSeen(one.Message.Sender, one.MadeAt, one.Message.DisagreementNote)).OrderBy(one => one.At).ThenBy(one => one.Agency, StringComparer.Ordinal)],
            Calls = [.. ours.SelectMany(stream => stream.Applied).Where(one => one.Message.BodyCase == Body.Called).Select(one => new CallSeen(one.Message.Recipient, one.MadeAt))],
            Misdirected = MisdirectedIn(forward, back ?? streams.FirstOrDefault(stream => stream.Sender == forward.Recipient && stream.Recipient == sender)),
            Parts = PartsIn(all[true].Where(one => one.Message.TransferId == transferId && one.Message.Sender == forward.Sender && one.Message.Recipient == forward.Recipient)),
            Copies = CopiesIn(ours, forward, streams),
        };
    }

    /// <summary>The transfer that a message carries; null where it carries none.</summary>
    internal static Transfer? TransferIn(Message message) => message.BodyCase switch
    {
        Body.Transfer => message.Transfer,
        Body.Supplied => message.Supplied.Transfer,
        _ => null,
    };

    // Whoever sends a transfer says so in it. Where two claim the same transfer, our own is ours, and else the lower id's.
    private static Transfer? Origin(string us, IReadOnlyList<NumberedStream> streams) =>
        streams.Select(stream => (stream.Sender, First: VersionsIn(stream) is [var first, ..] ? first.Transfer : null))
            .Where(one => one.First?.From?.Agency == one.Sender)
            .OrderBy(one => one.Sender == us ? 0 : 1).ThenBy(one => one.Sender, StringComparer.Ordinal)
            .Select(one => one.First).FirstOrDefault();

    // Versions only rise: an older one that comes later was never newer.
    private static List<VersionSeen> VersionsIn(NumberedStream stream)
    {
        var versions = new List<VersionSeen>();
        foreach (var one in stream.Applied)
            if (TransferIn(one.Message) is { } transfer && (versions.Count == 0 || transfer.Version > versions[^1].Number))
                versions.Add(new(transfer.Version, one.MadeAt, transfer, one.Message.Withheld, one.Message.Owed));
        return versions;
    }

    private static uint NewestOf(IEnumerable<NumberedStream> streams) =>
        streams.SelectMany(stream => stream.Applied.Concat(stream.Early)).Select(one => TransferIn(one.Message)?.Version ?? 0).DefaultIfEmpty().Max();

    private static bool HasEarlyWithdrawal(NumberedStream stream) =>
        stream.Applied.Concat(stream.Early).Any(one => one.Message.BodyCase == Body.Withdrawn && one.Message.Withdrawn.Step == Withdrawn.Types.Step.Requested);

    // A lock waits for nothing that belongs in front of it: parts of documents may be days behind. A certificate says again what was said before.
    private static WrongPlace? MisdirectedIn(params IEnumerable<NumberedStream?> streams) =>
        streams.SelectMany(stream => stream is null ? [] : stream.Applied.Concat(stream.Early)).Where(one => one.Message.BodyCase == Body.Misdirected)
            .Select(one => (IsFirst: one.Message.Misdirected.Certificate is null, Wrong: new WrongPlace(Written.Time(one.Message.Misdirected.At) ?? one.MadeAt, one.Message.Misdirected.By, one.Message.Sender)))
            .OrderBy(one => one.IsFirst ? 0 : 1).ThenBy(one => one.Wrong.At).ThenBy(one => one.Wrong.SaidBy, StringComparer.Ordinal).FirstOrDefault().Wrong;

    // Parts are numbered for themselves: none waits for another, and nothing waits for them.
    private static List<PartSeen> PartsIn(IEnumerable<Exchanged> parts) =>
        [.. parts.DistinctBy(one => one.Message.Id).OrderBy(one => one.MadeAt).ThenBy(one => one.Message.Id, StringComparer.Ordinal).Select(PartOf)];

    private static PartSeen PartOf(Exchanged one) =>
        new(one.Message.DocumentPart.Document, one.Message.DocumentPart.Upload, one.Message.DocumentPart.Part, one.Message.DocumentPart.Of, one.MadeAt);

    private static List<CopyState> CopiesIn(List<NumberedStream> ours, NumberedStream forward, IReadOnlyList<NumberedStream> streams) =>
    [
        .. ours.Where(stream => stream != forward).Select(stream => new CopyState(
            stream.Recipient,
            stream.Applied.FirstOrDefault(one => TransferIn(one.Message) is not null)?.ReceiptedAt,
            MisdirectedIn(stream, streams.FirstOrDefault(back => back.Sender == stream.Recipient && back.Recipient == stream.Sender)))),
    ];

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
