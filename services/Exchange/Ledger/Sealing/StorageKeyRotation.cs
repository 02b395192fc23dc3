using System.Data.Common;
using Dapper;
using InfoSharing.Exchange.Ledger.Engines;

namespace InfoSharing.Exchange.Ledger.Sealing;

/// <summary>
/// Wraps anew, at a start, whatever another storage key wrapped: some hundred keys a transaction, so that others of the agency's processes go on meanwhile, and one that is killed goes on where
/// it stopped. Content is not touched: what it is sealed under stays the same.
/// </summary>
internal sealed class StorageKeyRotation(ILedgerEngine engine, Keyring ring)
{
    private const int AtOnce = 500;

    /// <summary>Wraps them anew, and looks again whether one is left.</summary>
    /// <returns>How many were wrapped anew.</returns>
    internal int Run()
    {
        var count = 0;
        for (int changed; (changed = Settings() + Cases()) > 0;) count += changed; // until a whole look finds none
        return count;
    }

    private int Settings()
    {
        using var transaction = engine.Begin();
        transaction.Head(); // nobody else writes meanwhile
        var changed = 0;
        foreach (var (name, value) in transaction.Connection.Query<(string Name, byte[] Value)>("select name, value from setting").AsList())
            if (ring.RewrapSetting(name, value) is { } anew) changed += transaction.Connection.Execute("update setting set value = @anew where name = @name", new { name, anew });
        if (changed > 0) transaction.Commit();
        return changed;
    }

    private int Cases()
    {
        var (changed, after) = (0, Guid.Empty);
        while (true)
        {
            using var transaction = engine.Begin();
            transaction.Head();
            var keys = transaction.Connection.Query<(Guid CaseId, byte[] Wrapped)>("select case_id, wrapped from case_key where case_id > @after and erased_at is null order by case_id limit @AtOnce", new { after, AtOnce }).AsList();
            if (keys.Count == 0) return changed;
            var here = keys.Sum(key => Rewrap(transaction.Connection, key.CaseId, key.Wrapped));
            if (here > 0) transaction.Commit();
            (changed, after) = (changed + here, keys[^1].CaseId);
        }
    }

    private int Rewrap(DbConnection connection, Guid caseId, byte[] wrapped) =>
        ring.RewrapCaseKey(caseId, wrapped) is { } anew ? connection.Execute("update case_key set wrapped = @anew where case_id = @caseId", new { caseId, anew }) : 0;
}
