using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Recording;

/// <summary>Records that somebody looks, before anything is shown.</summary>
internal sealed class ReadRecords(ILedger ledger, TimeProvider clock)
{
    /// <summary>Records it; only then may it be shown.</summary>
    /// <exception cref="NotHereException">The case was erased.</exception>
    internal async Task Looked(Caller caller, Act.Types.Kind kind, Guid? transferId = null, uint version = 0, bool outlivesCase = false)
    {
        // Not cancelled with the call: what was begun to be shown is recorded.
        var record = ActRecords.Of(caller, kind, clock.GetUtcNow(), transferId, version) with { OutlivesCase = outlivesCase };
        var result = await ledger.AppendAsync(new() { Rows = new() { Audits = [record] } }, CancellationToken.None);
        if (result.Outcome == AppendOutcome.Refused) throw new NotHereException("transfer");
    }
}
