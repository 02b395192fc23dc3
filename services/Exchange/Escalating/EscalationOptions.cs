using System.ComponentModel.DataAnnotations;

namespace InfoSharing.Exchange.Escalating;

/// <summary>How often clocks are looked at. How long they run is in the signed directory. Section "Escalations".</summary>
internal sealed class EscalationOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Escalations";

    /// <summary>Seconds between looks at the clocks that are due, 1 to 300. Default 10.</summary>
    [Range(1, 300)]
    public int LookSeconds { get; set; } = 10;
}
