using InfoSharing.Directories;
using InfoSharing.Exchange.Development;
using InfoSharing.Tests.Component.Exchange;
using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Tests.Component.Development;

/// <summary>A data folder of a test's own, and what lies in it.</summary>
internal sealed class Networks : IDisposable
{
    internal static readonly DateTimeOffset Made = InfoSharing.Tests.Samples.JudgedOn;

    private Networks(string folder) => Folder = folder;

    internal string Folder { get; }

    internal string DirectoryFile => Path.Combine(Folder, "directory.p7");

    internal string Token => File.ReadAllText(Path.Combine(Folder, "leeds-police", "token")).Trim();

    /// <summary>A whole network.</summary>
    internal static async Task<Networks> Copied() => new(await SharedNetwork.Copy());

    internal Task<DevelopmentNetwork> Open(DateTimeOffset? at = null) =>
        DevelopmentNetwork.OpenAsync(Folder, SharedNetwork.Development, new StandingClock(at ?? Made), null, TestContext.Current.CancellationToken);

    /// <summary>The directory, verified as an agency would.</summary>
    internal AgencyDirectory Directory(DateTimeOffset? at = null)
    {
        var officers = Enumerable.Range(1, 3).Select(number => X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Folder, "authority", $"officer-{number}.crt")));
        var reading = SignedDirectory.Read(File.ReadAllBytes(DirectoryFile), new() { Officers = [.. officers], AllowsDevelopment = true }, at ?? Made);
        reading.Fault.ShouldBeNull();
        return reading.Directory!;
    }

    /// <summary>Every file but locks, with its content.</summary>
    internal Dictionary<string, string> Files() => System.IO.Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        .ToDictionary(file => Path.GetRelativePath(Folder, file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);
}
