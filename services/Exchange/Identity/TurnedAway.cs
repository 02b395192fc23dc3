using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Ledger;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Identity;

/// <summary>Records who was turned away for want of a role.</summary>
internal sealed class TurnedAway(ILedger ledger, TimeProvider clock)
{
    /// <summary>The kind of such a record.</summary>
    internal const string Kind = "turned-away";

    /// <summary>Records it.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="method">What they asked for: the method's full name.</param>
    /// <exception cref="LedgerUnavailableException">It is not recorded.</exception>
    internal Task RecordAsync(Caller caller, string method) => ledger.AppendAsync(
        new()
        {
            Rows = new()
            {
                Audits = [new(null, 0, Kind, new Act
                {
                    Kind = Act.Types.Kind.TurnedAway,
                    Actor = caller.Name,
                    Role = caller.Role,
                    Agency = caller.Agency,
                    At = Timestamp.FromDateTimeOffset(clock.GetUtcNow()),
                    Reason = new() { Text_ = method },
                }.ToByteArray())],
            },
        },
        CancellationToken.None); // not cancelled with the call: who goes away at once was here all the same
}
