using System.Security.Cryptography.X509Certificates;
using System.Text;
using InfoSharing.Exchange.Keys.Making;

namespace InfoSharing.Exchange.Development;

/// <summary>The three officers of the development authority, whose keys lie on this machine: real ones keep theirs apart.</summary>
internal static class DevelopmentAuthority
{
    internal const int Officers = 3;
    internal const int Required = 2;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(3650); // services pin them

    /// <summary>Makes the officers that are missing, and gives all three with their keys.</summary>
    internal static IReadOnlyList<X509Certificate2> Open(DevelopmentFolder folder, DateTimeOffset now)
    {
        PrivateFiles.MakeFolder(folder.Authority);
        var officers = new List<X509Certificate2>();
        for (var number = 1; number <= Officers; number++)
        {
            var file = folder.Officer(number);
            if (!File.Exists(file)) PrivateFiles.Write(file, Encoding.ASCII.GetBytes(KeyMaking.SelfSigned(KeyUse.Officer, $"Development officer {number}", now, Lasts)));
            var officer = DevelopmentKeys.Read(file);
            var pinned = Encoding.ASCII.GetBytes(officer.ExportCertificatePem() + "\n");
            if (!File.Exists(folder.OfficerCertificate(number)) || !File.ReadAllBytes(folder.OfficerCertificate(number)).AsSpan().SequenceEqual(pinned))
                PrivateFiles.Write(folder.OfficerCertificate(number), pinned);
            officers.Add(officer);
        }
        return officers;
    }
}
