using Grpc.Core;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Exchange.Api;

/// <summary>An agency's door for its own systems. What is not overridden here answers UNIMPLEMENTED.</summary>
internal sealed class CaseExchangeService(TimeProvider clock, CallBoundary boundary) : CaseExchange.CaseExchangeBase
{
    /// <summary>Judges a transfer; stores nothing. A refusal is a report, with status OK.</summary>
    public override Task<CheckReply> Check(CheckRequest request, ServerCallContext context) => boundary.Run(() =>
    {
        var transfer = Readable(request.Transfer);
        var at = clock.GetUtcNow();
        var judging = new JudgingContext { At = at };
        return new CheckReply { Report = RuleSets.On(judging.Day).Judge(transfer, judging) };
    });

    private static Transfer Readable(Transfer? transfer)
    {
        // An alert goes whatever in it does not hold its form: that is kept as text, and owed.
        var kept = ShapeCheck.Keep(transfer ?? new Transfer());
        var faults = ShapeCheck.Of(kept);
        return faults.Count == 0 ? kept : throw new NotATransferException(faults);
    }
}
