using System.ComponentModel.DataAnnotations;
using InfoSharing.Exchange.Parcels.Sealing;

namespace InfoSharing.Exchange.Delivery;

/// <summary>How messages are sent, and sent again. Section "Delivery".</summary>
internal sealed class DeliveryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Delivery";

    /// <summary>Seconds after which a message without a receipt is sent again the first time, 1 to 60; each time after waits twice as long. Default 5.</summary>
    [Range(1, 60)]
    public int ResendFirstSeconds { get; set; } = 5;

    /// <summary>Minutes that a resend waits at the longest, 1 to 60. Default 15.</summary>
    [Range(1, 60)]
    public int ResendLongestMinutes { get; set; } = 15;

    /// <summary>Milliseconds for which messages gather while others are being sent, 0 to 100. Default 8; when nothing else is being sent they go at once.</summary>
    [Range(0, 100)]
    public int GatherMilliseconds { get; set; } = 8;

    /// <summary>Most messages in a parcel, 1 to 256. Default 256.</summary>
    [Range(1, ParcelForm.MostMessages)]
    public int ParcelMessages { get; set; } = ParcelForm.MostMessages;

    /// <summary>Seconds that the bus may take for a parcel, 1 to 60. Default 10.</summary>
    [Range(1, 60)]
    public int SendSeconds { get; set; } = 10;

    /// <summary>Seconds after which another process of the agency sends what one that died was sending, where they share a ledger; 2 to 120. Default 15.</summary>
    [Range(2, 120)]
    public int LeaseSeconds { get; set; } = 15;

    /// <summary>Seconds after which is looked again though nothing was signalled, for ledgers that several processes write; 1 to 60. Default 5.</summary>
    [Range(1, 60)]
    public int LookSeconds { get; set; } = 5;
}
