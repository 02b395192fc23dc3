using System.Security.Cryptography;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Parcels.Sealing;

namespace InfoSharing.Exchange.Ledger.Copies;

/// <summary>
/// Makes copies of the ledger while it is written: one instant of it, with the cases' wrapped keys and without the storage key, in a folder of its own that only the
/// service's user reads.
/// </summary>
internal sealed class LedgerCopies(ILedger ledger, AgencyKeys us, TimeProvider clock)
{
    /// <summary>Makes one.</summary>
    /// <param name="under">The folder in which the copy's own folder is made.</param>
    /// <param name="progress">Told how many bytes are written.</param>
    /// <param name="cancellationToken">Ends it; what was written is taken away.</param>
    /// <returns>The copy's folder, and what it says of itself.</returns>
    /// <exception cref="CopyException">It could not be written.</exception>
    /// <exception cref="LedgerUnavailableException">The ledger is down.</exception>
    internal async Task<(string Folder, CopyManifest Manifest)> MakeAsync(string under, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var folder = Path.Combine(Path.GetFullPath(under), $"{us.Agency}-{at.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        try
        {
            Directory.CreateDirectory(under);
            if (Directory.Exists(folder)) throw new CopyException($"{folder} is there already: wait a second, and give the command again.");
            PrivateFiles.MakeFolder(folder);
            var content = Path.Combine(folder, CopyManifest.Content);
            var head = await ledger.CopyAsync(content, progress, cancellationToken);
            OnlyOurs(content);
            var manifest = new CopyManifest(1, us.Agency, ledger.Engine, at, head.Position, Convert.ToHexStringLower(head.Link), head.Migration, Software.Version, new FileInfo(content).Length, await DigestAsync(content, cancellationToken));
            manifest.Write(folder, us.Signing);
            return (folder, manifest);
        }
        catch (Exception failure)
        {
            if (failure is not CopyException && Directory.Exists(folder)) Directory.Delete(folder, recursive: true); // half a copy is none
            throw failure is IOException or UnauthorizedAccessException
                ? new CopyException($"The copy could not be written to {folder} ({failure.GetType().Name}): see that the disk is there, not full, and writable for the service. Nothing was left there.", failure)
                : failure;
        }
    }

    internal static async Task<string> DigestAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    private static void OnlyOurs(string file)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
