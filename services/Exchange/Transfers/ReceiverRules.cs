using InfoSharing.V1;

namespace InfoSharing.Exchange.Transfers;

/// <summary>Step 10: what the receiver's own rules say of a transfer that came. Nothing of it sends the transfer back.</summary>
internal sealed class ReceiverRules(Judgements judgements, TimeProvider clock)
{
    /// <summary>The report.</summary>
    internal Report Judge(Transfer transfer)
    {
        var judging = judgements.At(clock.GetUtcNow(), null);
        return Validator.Rules.RuleSets.On(judging.Day).Judge(transfer, judging);
    }
}
