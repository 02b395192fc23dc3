using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfoSharing.Directories;
using InfoSharing.Exchange.Hosting;

namespace InfoSharing.Local.Broker;

/// <summary>The agencies for which a broker is prepared.</summary>
internal static class AgenciesOf
{
    /// <summary>Those of a signed directory.</summary>
    /// <exception cref="CannotStartException">It cannot be read, or the officers have not signed it.</exception>
    internal static IReadOnlyList<string> Directory(string file, IReadOnlyList<string> officers, DateTimeOffset now)
    {
        try
        {
            // Of made-up authorities too: what a broker carries is judged by the agencies, who take none of those outside Development.
            var trust = new DirectoryTrust { Officers = [.. officers.Select(X509CertificateLoader.LoadCertificateFromFile)], AllowsDevelopment = true };
            var reading = SignedDirectory.Read(File.ReadAllBytes(file), trust, now);
            return reading.Directory is { } directory ? [.. directory.Agencies.Select(agency => agency.Id)] : throw new CannotStartException(reading.Fault!);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CannotStartException($"The directory or an officer's certificate cannot be read ({unreadable.GetType().Name}): see --directory and --officer.", unreadable);
        }
    }
}
