using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Ledger.Entries;

namespace InfoSharing.Exchange.Api.Answering;

/// <summary>Brings a verdict's words out of the writer's transaction, which itself carries no more than a code.</summary>
internal sealed class Asking
{
    private No? _said;

    /// <summary>Keeps a verdict; the no that it says, if any. Asked again in a later transaction, the last word counts.</summary>
    internal No? Says(Verdict verdict) => _said = verdict.No;

    /// <summary>Throws where the verdict was no.</summary>
    /// <exception cref="ActNotAllowedException">It was.</exception>
    /// <exception cref="NotHereException">The case was erased.</exception>
    internal void Throw(AppendResult result)
    {
        if (result.Outcome != AppendOutcome.Refused) return;
        throw result.Reason == _said?.Code ? new ActNotAllowedException(_said!) : new NotHereException("transfer");
    }
}
