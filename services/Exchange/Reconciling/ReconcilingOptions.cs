using System.ComponentModel.DataAnnotations;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>How often an agency compares with its partners what they hold of each other's messages. Section "Reconciling".</summary>
internal sealed class ReconcilingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Reconciling";

    /// <summary>Minutes between two comparisons with a partner, 5 to 1,440. Default 60.</summary>
    [Range(5, 1440)]
    public int EveryMinutes { get; set; } = 60;

    /// <summary>Days back that they compare, 1 to 400; after a restoring, everything. Default 31: longer than a parcel may be on its way.</summary>
    [Range(1, 400)]
    public int Days { get; set; } = 31;

    /// <summary>Seconds after which a partner that has not answered is asked again while the ledger is in doubt, 1 to 60; each time after waits twice as long, up to five minutes. Default 5.</summary>
    [Range(1, 60)]
    public int AskAgainSeconds { get; set; } = 5;
}
