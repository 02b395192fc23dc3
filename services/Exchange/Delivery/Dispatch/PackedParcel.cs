using InfoSharing.Exchange.Ledger.Reading;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>Messages that travel together.</summary>
/// <param name="Step">Where the growing of their resends stands.</param>
internal sealed record PackedParcel(int Step)
{
    /// <summary>The messages with their exact bytes.</summary>
    internal List<(DueMessage Message, byte[] Bytes)> Messages { get; } = [];

    /// <summary>Their bytes together.</summary>
    internal long Bytes { get; set; }
}
