using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Sealing;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>Tells what is stored already, or stands before in the same batch: the same again gets the first answer, something else under the same id is refused.</summary>
internal sealed class Doubles(ILedgerTransaction transaction, Keyring ring, BatchFacts facts, long requestsSince)
{
    /// <summary>What an entry gets that is not to be written; null when it is.</summary>
    internal AppendResult? Find(PreparedRows rows) =>
        OfRequest(rows) ?? OfIncoming(rows) ?? OfContents(rows) ?? OfReceipt(rows) ?? OfDocuments(rows) ?? OfErasure(rows);

    /// <summary>Adds what has been planned.</summary>
    internal void Remember(PreparedRows rows)
    {
        if (rows.Request is { } request) facts.Requests[request.Key] = request;
        if (rows.Incoming is { } incoming)
        {
            facts.Incoming[incoming.Id] = new(incoming.Sha256, rows.Receipt);
            if (rows.IncomingCarries is null) facts.IncomingSequences[(incoming.TransferId, incoming.Sender, incoming.Sequence)] = incoming.Id;
        }
        foreach (var content in rows.Transfers)
            if (content.Standing != (long)Standing.Refused) facts.Contents[(content.TransferId, content.Version, content.Standing)] = new(content.Sha256, content.Request);
        foreach (var message in rows.Outgoing) facts.Outgoing[message.Row.Id] = KnownOutgoing.Of(message.Row, done: false);
        if (rows.Taken is { } taken) facts.Outgoing[taken.MessageId] = facts.Outgoing[taken.MessageId] with { Done = true, Receipted = false };
        if (rows.GivenBack is { } back) facts.Outgoing[back.Id] = KnownOutgoing.Of(back, done: true);
        foreach (var again in rows.Again)
            if (facts.Outgoing.TryGetValue(again.MessageId, out var known)) facts.Outgoing[again.MessageId] = known with { Done = false, Receipted = known.Done || known.Receipted };
        foreach (var carried in rows.Carried) facts.Carried.Add(carried.Key);
        foreach (var document in rows.Documents) facts.Documents.Add(document.Key);
        facts.Forget(rows);
    }

    private AppendResult? OfRequest(PreparedRows rows)
    {
        if (rows.Request is not { } request || !facts.Requests.TryGetValue(request.Key, out var known) || known.At < requestsSince) return null;
        return known.Digest.AsSpan().SequenceEqual(request.Digest) ? Repeated() with { Answer = AnswerOf(request.Key) } : Other("request");
    }

    private AppendResult? OfIncoming(PreparedRows rows)
    {
        if (rows.Incoming is not { } incoming) return null;
        if (facts.Incoming.TryGetValue(incoming.Id, out var known))
            return known.Sha256.AsSpan().SequenceEqual(incoming.Sha256) ? Repeated() with { Receipt = known.Receipt } : Other("message");
        var isTaken = rows.IncomingCarries is { } carried ? facts.Carried.Contains(carried.Key) : facts.IncomingSequences.ContainsKey((incoming.TransferId, incoming.Sender, incoming.Sequence));
        return isTaken ? Other("sequence") : null;
    }

    private AppendResult? OfContents(PreparedRows rows)
    {
        foreach (var content in rows.Transfers)
            if (facts.Contents.TryGetValue((content.TransferId, content.Version, content.Standing), out var known) && content.Standing != (long)Standing.Refused)
                return known.Sha256.AsSpan().SequenceEqual(content.Sha256) ? Repeated() with { Answer = AnswerOf(known.Request) } : Other("version");
        return null;
    }

    private AppendResult? OfReceipt(PreparedRows rows)
    {
        if (rows.Taken is not { } taken) return null;
        if (!facts.Outgoing.TryGetValue(taken.MessageId, out var known)) return new AppendResult(AppendOutcome.Refused) { Reason = "no-such-message" };
        if (!known.Sha256.AsSpan().SequenceEqual(taken.Sha256)) return Other("receipt");
        return known.Done ? Repeated() : null;
    }

    private AppendResult? OfDocuments(PreparedRows rows) =>
        rows.Documents.Any(document => facts.Documents.Contains(document.Key)) || rows.Carried.Any(carried => carried.Outgoing && facts.Carried.Contains(carried.Key)) ? Repeated() : null;

    private AppendResult? OfErasure(PreparedRows rows)
    {
        if (rows.Erase is not { } caseId) return null;
        if (!facts.Cases.TryGetValue(caseId, out var key)) return new AppendResult(AppendOutcome.Refused) { Reason = "no-such-case" };
        return key.Erased ? Repeated() : null;
    }

    private byte[]? AnswerOf(byte[]? key)
    {
        if (key is null) return null;
        if (!facts.Requests.ContainsKey(key))
        {
            var asked = new BatchKeys();
            asked.Requests.Add(key);
            transaction.Load(asked, facts);
        }
        if (!facts.Requests.TryGetValue(key, out var request)) return null;
        var wrapped = facts.Cases.GetValueOrDefault(request.CaseId)?.Wrapped;
        return new SealedContent(ring, request.CaseId, request.Answer, wrapped, SealedBox.Belongs("answer", ring.Agency, EntrySealer.AnswerRow(key), 0)).Open();
    }

    private static AppendResult Repeated() => new(AppendOutcome.Repeated);

    private static AppendResult Other(string what) => new(AppendOutcome.AlreadyExists) { Reason = what };
}
