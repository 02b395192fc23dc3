namespace InfoSharing.Exchange.Ledger.Restoring;

/// <summary>The ledger was restored from a copy, and must hear first what a partner holds of it. Nothing was stored or shown; the same again is taken once it has heard.</summary>
internal sealed class NotReconciledException : Exception
{
    private const string Since = "This agency's ledger was brought back from a copy, and has not heard yet what";

    /// <summary>Of something that was to be stored.</summary>
    internal NotReconciledException(string partner)
        : this(partner, $"{Since} {partner} holds of it. Nothing was stored: it is asking, and takes this when they have answered, which takes a minute where they can be reached. Try again with the same request id. If it cannot wait, ring {partner}.")
    {
    }

    private NotReconciledException(string partner, string message) : base(message) => Partner = partner;

    /// <summary>The partner.</summary>
    internal string Partner { get; }

    /// <summary>Of something that was to be shown, and of which an answer is here and not the transfer: it would be shown without its children.</summary>
    internal static NotReconciledException Shown(string partner) =>
        new(partner, $"{Since} {partner} holds of it. This transfer was lost with it, and comes back when they have answered, which takes a minute where they can be reached. Until then keep to its plan; who runs it, {partner} can say.");
}
