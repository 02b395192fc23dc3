namespace InfoSharing.Exchange.Partners;

/// <summary>Where the signed directory is, and whom the agency trusts with it. Section "Directory".</summary>
internal sealed class DirectoryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Directory";

    /// <summary>The directory's file. No default. It need not be there yet: until it is, sends are held.</summary>
    public string File { get; set; } = "";

    /// <summary>The officers' certificates, a PEM file each. No default.</summary>
    public IReadOnlyList<string> OfficerFiles { get; set; } = [];

    /// <summary>How many officers must have signed, 2 to as many as there are. Default 2.</summary>
    public int Required { get; set; } = 2;

    /// <summary>Seconds between looks at the file, 1 to 3,600. Default 30.</summary>
    public int LookSeconds { get; set; } = 30;
}
