using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Ledger;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Identity;

/// <summary>Records who was turned away for want of a role.</summary>
internal sealed class TurnedAway(ILedger ledger, TimeProvider clock)
{
    /// <summary>Records it. It is not cancelled with the call: who goes away at once was here all the same.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="method">What they asked for: the method's full name.</param>
    /// <exception cref="LedgerUnavailableException">It is not recorded.</exception>
    internal Task RecordAsync(Caller caller, string method) => ledger.AppendAsync(
        new() { Rows = new() { Audits = [ActRecords.Of(caller, Act.Types.Kind.TurnedAway, clock.GetUtcNow(), reason: new() { Text_ = method })] } }, CancellationToken.None);
}
