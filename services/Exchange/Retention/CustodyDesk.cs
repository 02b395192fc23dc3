using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Api.Answering;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Retention.Schedule;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Retention;

/// <summary>Where what is done about the keeping of a case is decided: inside the transaction that stores it, over the case as it then is.</summary>
internal sealed class CustodyDesk(ILedger ledger, AgencyKeys us, IOptions<RetentionOptions> options)
{
    /// <summary>Decides and stores.</summary>
    /// <param name="transferId">The case.</param>
    /// <param name="decide">A no, or what is written; neither writes nothing.</param>
    /// <exception cref="Api.Failing.ActNotAllowedException">The decision was no.</exception>
    internal async Task<AppendResult> Decide(Guid transferId, Func<AtDesk, (No? No, LedgerRows? Rows)> decide)
    {
        var asking = new Asking();
        // Not cancelled with the call: what has begun to be ended is ended.
        var result = await ledger.AppendAsync(new()
        {
            Decide = view =>
            {
                var at = new AtDesk(view, transferId, us.Agency, TimeSpan.FromDays(options.Value.ConfirmWithinDays));
                var (no, rows) = at.Journey is null && at.Custody.Breach is null ? (Nos.NotKnown, null) : decide(at);
                return asking.Says(Verdict.Of(no)) is { } said ? LedgerDecision.No(said.Code) : LedgerDecision.Go(rows);
            },
        }, CancellationToken.None);
        asking.Throw(result);
        return result;
    }

    /// <summary>A record with its event, both of which outlive the case.</summary>
    internal static LedgerRows Rows(Guid transferId, CustodyRecord record, string? kind) => new()
    {
        Events = kind is null ? [] : [new(transferId, 0, kind, Events.Outliving(null, record.Until?.ToDateTimeOffset()), OutlivesCase: true)],
        Audits = [CustodyRecords.Row(transferId, record)],
    };
}

/// <summary>A case as a decision at the desk sees it.</summary>
internal sealed class AtDesk(ILedgerView view, Guid transferId, string us, TimeSpan confirmWithin)
{
    private readonly Lazy<TransferState> _state = new(() => TransferStates.Of(us, transferId, view.Messages(transferId)));
    private readonly Lazy<Custody> _custody = new(() => Custody.Of(CustodyRecords.In(view.Audit(transferId)), us, view.Now, confirmWithin));

    /// <summary>The ledger.</summary>
    public ILedgerView View => view;

    /// <summary>The time of the write.</summary>
    public DateTimeOffset Now => view.Now;

    /// <summary>Where it stands in lists; null where it is not here.</summary>
    public Ledger.Reading.ListedTransfer? Journey { get; } = view.Journey(transferId);

    /// <summary>Its fold; of an erased case nothing is known.</summary>
    public TransferState State => _state.Value;

    /// <summary>How its keeping stands.</summary>
    public Custody Custody => _custody.Value;

    /// <summary>True where the key is destroyed.</summary>
    public bool IsErased => Journey?.State == EventKinds.Erased || view.IsErased(transferId);

    /// <summary>Why nothing may be destroyed now, whoever asks: a legal hold, or something of ours that has no receipt yet. Null where it may.</summary>
    public No? InTheWay()
    {
        if (Custody.Hold is not null) return Nos.OnHold;
        var waiting = view.Messages(transferId).Count(one => one.Outgoing && one.DoneAt is null);
        return waiting > 0 ? Nos.Undelivered(waiting) : null;
    }
}
