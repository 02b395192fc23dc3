using InfoSharing.Exchange.Answers.Folding;

namespace InfoSharing.Exchange.Ledger.Restoring;

/// <summary>
/// What a restored ledger cannot know: which messages it had sent after the copy was made, and with which numbers. Its partners hold them. Until it is
/// reconciled with a partner, whatever was begun before it was restored is in doubt there: nothing of it gets a number, and who holds a child is not certain.
/// What was begun after it is in no doubt, since no lost message can be about it.
/// </summary>
internal sealed class Doubts
{
    /// <summary>The record of a restoring: the ledger begins again from a copy.</summary>
    internal const string Restored = "restored";

    /// <summary>The record of a partner with whom the ledger is reconciled. Its detail is the partner.</summary>
    internal const string Reconciled = "reconciled";

    /// <summary>The code of a write that must wait for that.</summary>
    internal const string Code = "not-reconciled";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _settled = [];
    private DateTimeOffset? _restoredAt;

    /// <summary>When the ledger was restored last; null where it never was.</summary>
    internal DateTimeOffset? RestoredAt
    {
        get
        {
            lock (_gate) return _restoredAt;
        }
    }

    /// <summary>True where the ledger was restored and not yet reconciled with a partner.</summary>
    internal bool With(string partner)
    {
        lock (_gate) return _restoredAt is not null && !_settled.Contains(partner);
    }

    /// <summary>True where what was said of a transfer to a partner may be lost here.</summary>
    internal bool Covers(string partner, Guid transferId)
    {
        lock (_gate) return _restoredAt is { } restored && !_settled.Contains(partner) && !(Exchanged.MadeAtOf(transferId.ToString("D")) > restored);
    }

    /// <summary>Takes in what the ledger says.</summary>
    internal void Know(DateTimeOffset restoredAt, IEnumerable<string> settled)
    {
        lock (_gate)
        {
            if (_restoredAt != restoredAt) _settled.Clear();
            _restoredAt = restoredAt;
            _settled.UnionWith(settled);
        }
    }

    /// <summary>The ledger is reconciled with a partner, and says so.</summary>
    internal void Settle(string partner)
    {
        lock (_gate) _settled.Add(partner);
    }
}
