namespace InfoSharing.Exchange.Development;

/// <summary>The files of an agency's keys in a folder.</summary>
/// <param name="Folder">The folder.</param>
internal sealed record AgencyKeyFiles(string Folder)
{
    internal string Signing => Path.Combine(Folder, "signing.pem");

    internal string Sealing => Path.Combine(Folder, "sealing.pem");
}
