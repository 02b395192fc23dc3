namespace InfoSharing.Exchange.Answers.Folding;

/// <summary>What one agency told another about one transfer, in order. What came early waits until its predecessors are there.</summary>
/// <param name="Sender">Who tells.</param>
/// <param name="Recipient">Who is told.</param>
/// <param name="Applied">From number 1 without a gap.</param>
/// <param name="Early">What waits behind a gap.</param>
internal sealed record NumberedStream(string Sender, string Recipient, IReadOnlyList<Exchanged> Applied, IReadOnlyList<Exchanged> Early)
{
    /// <summary>The streams of a transfer, whatever the order of the messages and however often each came.</summary>
    internal static IReadOnlyList<NumberedStream> Of(string transferId, IEnumerable<Exchanged> messages) =>
    [
        .. messages.Where(one => one.Message.TransferId == transferId && one.Message.Sequence > 0)
            .GroupBy(one => (one.Message.Sender, one.Message.Recipient))
            .OrderBy(stream => stream.Key.Sender, StringComparer.Ordinal).ThenBy(stream => stream.Key.Recipient, StringComparer.Ordinal)
            .Select(stream => Of(stream.Key.Sender, stream.Key.Recipient, stream)),
    ];

    private static NumberedStream Of(string sender, string recipient, IEnumerable<Exchanged> messages)
    {
        // Two with one number cannot be stored; should they be given, the choice must not depend on their order. Of a double the first copy counts.
        var ordered = messages.GroupBy(one => one.Message.Sequence).OrderBy(number => number.Key)
            .Select(number => number.OrderBy(one => one.Message.Id, StringComparer.Ordinal).ThenBy(one => one.StoredAt).ThenBy(one => one.ReceiptedAt ?? DateTimeOffset.MaxValue).First())
            .ToList();
        var whole = 0;
        while (whole < ordered.Count && ordered[whole].Message.Sequence == (ulong)whole + 1) whole++;
        return new(sender, recipient, ordered[..whole], ordered[whole..]);
    }
}
