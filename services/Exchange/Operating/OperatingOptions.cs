using System.ComponentModel.DataAnnotations;

namespace InfoSharing.Exchange.Operating;

/// <summary>What operators may do. Section "Operating".</summary>
internal sealed class OperatingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Operating";

    /// <summary>The folder for copies of the ledger, on another disk than the ledger's. Default none: beside the ledger's own folder where it keeps files, and no copies are made where it has a database.</summary>
    public string BackupFolder { get; set; } = "";

    /// <summary>Messages that one person may send again at once, 1 to 10,000; more need a second person. Default 100.</summary>
    [Range(1, 10_000)]
    public int AloneMost { get; set; } = 100;
}
