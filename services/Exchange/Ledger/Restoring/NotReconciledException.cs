namespace InfoSharing.Exchange.Ledger.Restoring;

/// <summary>The ledger was restored from a copy, and must hear first what a partner holds of it. Nothing was stored; the same again is taken once it has heard.</summary>
internal sealed class NotReconciledException(string partner)
    : Exception($"This agency's ledger was brought back from a copy, and has not heard yet what {partner} holds of it. Nothing was stored: it is asking, and takes this when they have answered, which takes a minute where they can be reached. Try again with the same request id. If it cannot wait, ring {partner}.")
{
    /// <summary>The partner.</summary>
    internal string Partner { get; } = partner;
}
