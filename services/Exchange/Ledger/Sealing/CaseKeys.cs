using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger.Engines;

namespace InfoSharing.Exchange.Ledger.Sealing;

/// <summary>
/// The keys under which new content is sealed, on the callers' threads and before the writer has seen it. A key made here counts only once the
/// writer has stored it: the writer compares each entry's wrapped keys with the stored ones, and has an entry sealed again when another came first.
/// </summary>
internal sealed class CaseKeys(Keyring ring, ILedgerEngine engine) : IDisposable
{
    private const int Most = 1024;
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, (byte[] Key, byte[] Wrapped)> _known = [];
    private readonly Queue<Guid> _order = [];

    /// <summary>The key of a case: the stored one, or a new one.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="key">32 bytes for the key; zero them after use.</param>
    /// <returns>The key as it is, or will be, stored.</returns>
    internal byte[] ForWriting(Guid caseId, Span<byte> key)
    {
        lock (_lock)
            if (Known(caseId, key) is { } wrapped) return wrapped;
        var stored = engine.CaseKey(caseId);
        byte[] fresh;
        if (stored is { Erased: false })
        {
            fresh = stored.Wrapped;
            var opened = ring.UnwrapCaseKey(caseId, fresh);
            opened.CopyTo(key);
            CryptographicOperations.ZeroMemory(opened);
        }
        else
        {
            fresh = ring.NewCaseKey(caseId, key);
        }
        lock (_lock)
        {
            if (Known(caseId, key) is { } wrapped) return wrapped;
            Add(caseId, key, fresh);
            return fresh;
        }
    }

    /// <summary>Takes the stored key in place of one made here.</summary>
    internal void Learn(Guid caseId, byte[] wrapped)
    {
        var opened = ring.UnwrapCaseKey(caseId, wrapped);
        lock (_lock)
        {
            Drop(caseId);
            Add(caseId, opened, wrapped);
        }
        CryptographicOperations.ZeroMemory(opened);
    }

    /// <summary>Forgets a key, because its case is erased.</summary>
    internal void Forget(Guid caseId)
    {
        lock (_lock) Drop(caseId);
    }

    /// <summary>Forgets all keys, because another process erased a case: those that are left are read again.</summary>
    internal void ForgetAll()
    {
        lock (_lock)
        {
            foreach (var (key, _) in _known.Values) CryptographicOperations.ZeroMemory(key);
            _known.Clear();
            _order.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => ForgetAll();

    private byte[]? Known(Guid caseId, Span<byte> key)
    {
        if (!_known.TryGetValue(caseId, out var known)) return null;
        known.Key.CopyTo(key);
        return known.Wrapped;
    }

    private void Add(Guid caseId, ReadOnlySpan<byte> key, byte[] wrapped)
    {
        while (_order.Count >= Most) Drop(_order.Dequeue());
        _known[caseId] = (key.ToArray(), wrapped);
        _order.Enqueue(caseId);
    }

    private void Drop(Guid caseId)
    {
        if (_known.Remove(caseId, out var known)) CryptographicOperations.ZeroMemory(known.Key);
    }
}
