namespace InfoSharing.Directories;

/// <summary>A directory that was read, or in one sentence why it was not taken. The last good one then stays in force.</summary>
public sealed record DirectoryReading(AgencyDirectory? Directory, string? Fault)
{
    internal static DirectoryReading Not(string fault) => new(null, fault);
}
