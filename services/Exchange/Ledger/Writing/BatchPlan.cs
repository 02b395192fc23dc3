using System.Diagnostics;
using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Stored;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>
/// Turns the entries of one transaction into rows, one after another: 1. a double gets the first one's answer; 2. a decision reads the ledger; 3. positions,
/// sequences and links are given out. Doubles are known before a row is written, those of the same batch too, so that no engine meets a broken constraint.
/// </summary>
internal sealed class BatchPlan
{
    private readonly ILedgerTransaction _transaction;
    private readonly WriterKeys _keys;
    private readonly BatchKeys _asked = new();
    private readonly BatchFacts _facts = new();
    private readonly RowBatch _rows = new();
    private readonly Doubles _doubles;
    private readonly DateTimeOffset _now;
    private ChainHead _head;

    internal BatchPlan(ILedgerTransaction transaction, WriterKeys keys, IReadOnlyList<Waiting> items, DateTimeOffset now, DateTimeOffset requestsSince)
    {
        _transaction = transaction;
        _keys = keys;
        _now = now;
        _head = transaction.Head();
        _doubles = new(transaction, keys.Ring, _facts, Micros.Of(requestsSince));
        foreach (var item in items) _asked.Add(item.Prepared, decides: item.Entry.Decide is not null);
        transaction.Load(_asked, _facts);
    }

    /// <summary>The cases that were erased in it.</summary>
    internal List<Guid> Erased { get; } = [];

    /// <summary>True when something is to be committed.</summary>
    internal bool Wrote { get; private set; }

    internal AppendResult Add(Waiting item)
    {
        var own = item.Prepared;
        if (_doubles.Find(own) is { } first) return first;
        if (AnyErased(own)) return new AppendResult(AppendOutcome.Refused) { Reason = "erased" };
        if (InDoubt(own) is { } doubt) return doubt;
        own = Current(own, item.Entry.Rows, item.Entry.Request);

        var answer = item.Entry.Request?.Answer;
        PreparedRows? more = null;
        if (item.Entry.Decide is { } decide)
        {
            var decision = Decided(decide, item.Asked);
            if (decision.Refusal is { } refusal) return new AppendResult(AppendOutcome.Refused) { Reason = refusal };
            if (decision.More is { } rows)
            {
                more = _keys.Sealer.Seal(rows, request: null);
                var asked = new BatchKeys();
                asked.Add(more);
                asked.Without(_asked, _facts);
                if (!asked.IsEmpty) _transaction.Load(asked, _facts);
                if (_doubles.Find(more) is { } stored) return stored;
                if (AnyErased(more)) return new AppendResult(AppendOutcome.Refused) { Reason = "erased" };
                if (InDoubt(more) is { } asWell) return asWell;
                more = Current(more, rows, null, own);
            }
            if (decision.Answer is { } decided && own.Request is { } request)
            {
                request.Answer = Answered(own, request, decided);
                answer = decided;
            }
        }
        return Place(own, more) with { Answer = answer };
    }

    /// <summary>Writes what has been planned so far, so that a decision that asks the ledger reads it.</summary>
    internal void Flush()
    {
        if (_rows.IsEmpty) return;
        _transaction.Write(_rows, _head);
        _rows.Clear();
    }

    // In the span of whoever asks: the messages that it makes say where they were made.
    private LedgerDecision Decided(Func<ILedgerView, LedgerDecision> decide, Activity? asked)
    {
        if (asked is { IsStopped: false }) Activity.Current = asked;
        try
        {
            return decide(new TransactionView(_transaction, Flush, _facts, _keys.Ring, _now));
        }
        finally
        {
            Activity.Current = null;
        }
    }

    private bool AnyErased(PreparedRows rows) => rows.Keys.Keys.Any(caseId => _facts.Cases.TryGetValue(caseId, out var key) && key.Erased);

    // A restored ledger does not know which numbers it gave out last: in doubt it gives out none.
    private AppendResult? InDoubt(PreparedRows rows) => rows.Outgoing.Find(message => _keys.Doubts.Covers(message.Row.Recipient, message.Row.TransferId)) is { Row.Recipient: var partner }
        ? new AppendResult(AppendOutcome.Refused) { Reason = Restoring.Doubts.Code, Partner = partner }
        : null;

    /// <summary>Seals again what was sealed under a key that is not the stored one, nor the one that what it goes with brings. A key that was learnt may be forgotten again at any time.</summary>
    private PreparedRows Current(PreparedRows prepared, LedgerRows rows, LedgerRequest? request, PreparedRows? with = null)
    {
        while (true)
        {
            var stale = false;
            foreach (var (caseId, wrapped) in prepared.Keys) stale |= !IsCurrent(caseId, wrapped, with);
            if (!stale) return prepared;
            prepared = _keys.Sealer.Seal(rows, request);
        }
    }

    private byte[] Answered(PreparedRows own, RequestRow request, byte[] answer)
    {
        while (true)
        {
            var (box, wrapped) = _keys.Sealer.SealAnswer(request, answer);
            if (IsCurrent(request.CaseId, wrapped, own)) return box;
        }
    }

    // Where it is not, the right one is learnt.
    private bool IsCurrent(Guid caseId, byte[] wrapped, PreparedRows? with)
    {
        var right = _facts.Cases.TryGetValue(caseId, out var stored) ? stored.Wrapped : with?.Keys.GetValueOrDefault(caseId);
        if (right is null || right.AsSpan().SequenceEqual(wrapped)) return true;
        _keys.Cases.Learn(caseId, right);
        return false;
    }

    private AppendResult Place(PreparedRows own, PreparedRows? more)
    {
        PreparedRows[] both = more is null ? [own] : [own, more];
        // A message that is done and then goes again is written in that order; in one batch each table's changes have an order of their own.
        if (own.Again.Count > 0 && _rows.Changes.Count > 0) Flush();
        var place = ((long)_head.Position + 1) << CoveredRow.PlaceBits;
        var now = Micros.Of(_now);
        var covered = new List<CoveredRow>();
        var sequences = new List<ulong>();
        var journeys = 0;

        foreach (var rows in both)
        {
            TakeKeys(rows, now);
            foreach (var row in rows.Transfers) Cover(row, _rows.Transfers);
            foreach (var message in rows.Outgoing)
            {
                Number(message, now);
                sequences.Add((ulong)message.Row.Sequence);
                Cover(message.Row, _rows.Outgoing);
            }
            if (rows.Incoming is { } incoming)
            {
                incoming.At = now;
                Cover(incoming, _rows.Incoming);
                Cover(new ReceiptRow { Id = incoming.Id, Given = 1, Bytes = rows.Receipt }, _rows.Receipts);
            }
            if (rows.Taken is { } taken)
            {
                // Of one that went again the first receipt stands.
                if (!_facts.Outgoing[taken.MessageId].Receipted) Cover(new ReceiptRow { Id = taken.MessageId, Given = 0, Bytes = taken.Bytes }, _rows.Receipts);
                _rows.Changes.Add(new(taken.MessageId, DueAt: null, DoneAt: now));
            }
            if (rows.GivenBack is { } back)
            {
                KeepNumber(back);
                Cover(back, _rows.Outgoing);
                Cover(new ReceiptRow { Id = back.Id, Given = 0, Bytes = rows.Receipt }, _rows.Receipts);
                _rows.Changes.Add(new(back.Id, DueAt: null, DoneAt: now));
            }
            if (rows.Quarantine is { } quarantine)
            {
                quarantine.At = now;
                Cover(quarantine, _rows.Quarantine);
            }
            foreach (var document in rows.Documents)
            {
                document.At = now;
                Cover(document, _rows.Documents);
            }
            foreach (var part in rows.Parts)
            {
                part.At = now;
                _rows.Parts.Add(part);
            }
            _rows.Carried.AddRange(rows.Carried);
            foreach (var again in rows.Again) _rows.Changes.Add(new(again.MessageId, Micros.Of(again.DueAt), DoneAt: null, Again: true));
            foreach (var attempt in rows.Attempts) _rows.Changes.Add(new(attempt.MessageId, Micros.Of(attempt.DueAt), DoneAt: null));
            foreach (var look in rows.Looks) _rows.Looks.Add(new(look.TransferId, look.LookAt is { } at ? Micros.Of(at) : LookChange.Never, look.Marks));
            _rows.BlindIndex.AddRange(rows.BlindIndex);
            if (rows.Request is { } request)
            {
                request.At = now;
                _rows.Requests.Add(request);
            }
            if (rows.Journey is { } journey)
            {
                journey.Position = (long)_head.Position + 1 + journeys++; // an entry may begin two: each has a link of its own, so a position too
                journey.ChangedAt = now;
                _rows.Looks.RemoveAll(look => look.TransferId == journey.TransferId); // what was noted before does not know of this
                _rows.Journeys.Add(journey);
            }
            if (rows.Erase is { } erase) Destroy(erase, now);
            _doubles.Remember(rows);
        }
        Wrote = true;
        return LinkAll(both, covered, now) with { Receipt = own.Incoming is null ? null : own.Receipt, Sequences = sequences };

        void Cover<T>(T row, List<T> table) where T : CoveredRow
        {
            if (covered.Count >= CoveredRow.MostRows) throw new InvalidOperationException("An entry and what its decision adds hold more rows than one link covers.");
            row.Place = place + covered.Count;
            covered.Add(row);
            table.Add(row);
        }
    }

    private AppendResult LinkAll(PreparedRows[] both, List<CoveredRow> covered, long now)
    {
        var extended = false;
        var links = both.SelectMany(rows => rows.Links).Concat(both.Where(rows => rows.Erase is not null).Select(rows => _keys.Sealer.ErasedLink(rows.Erase!.Value)));
        foreach (var link in links)
        {
            link.Position = (long)_head.Position + 1;
            link.At = now;
            link.Link = Links.Next(_head.Link, link, extended ? [] : covered);
            _rows.Links.Add(link);
            _head = new((ulong)link.Position, link.Link);
            extended = true;
        }
        if (!extended && both.Any(rows => rows.NeedsLink)) throw new InvalidOperationException("Rows were written without an event or audit record: no record, no write.");
        return extended
            ? new AppendResult(AppendOutcome.Stored) { Position = _head.Position, Link = _head.Link, At = Micros.ToTime(now) }
            : new AppendResult(AppendOutcome.Stored) { At = Micros.ToTime(now) };
    }

    private void TakeKeys(PreparedRows rows, long now)
    {
        foreach (var (caseId, wrapped) in rows.Keys)
            if (_facts.Cases.TryAdd(caseId, new(wrapped, Erased: false))) _rows.CaseKeys.Add(new(caseId, wrapped, now));
            else if (_facts.Cases[caseId] is { Erased: false } known && !known.Wrapped.AsSpan().SequenceEqual(wrapped)) throw new InvalidOperationException("An entry is sealed under a key that is not its case's: nobody could ever open it.");
    }

    private void Number(PreparedOutgoing message, long now)
    {
        message.Row.At = now;
        if (message.Carries is { } carried)
        {
            message.Row.Sequence = carried.Part;
            return;
        }
        var stream = (message.Row.TransferId, message.Row.Recipient);
        message.Row.Sequence = _facts.LastSequences[stream] = _facts.LastSequences.GetValueOrDefault(stream) + 1;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(message.Body);
        hash.AppendData(SequenceField.Of((ulong)message.Row.Sequence));
        message.Row.Sha256 = hash.GetHashAndReset();
    }

    private void KeepNumber(OutgoingMessageRow back)
    {
        var stream = (back.TransferId, back.Recipient);
        _facts.LastSequences[stream] = Math.Max(_facts.LastSequences.GetValueOrDefault(stream), back.Sequence);
    }

    private void Destroy(Guid caseId, long now)
    {
        _rows.Erased.Add((caseId, now));
        _facts.Cases[caseId] = new([], Erased: true);
        Erased.Add(caseId);
    }
}
