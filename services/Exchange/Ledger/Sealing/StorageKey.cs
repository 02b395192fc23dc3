using System.Security.Cryptography;

namespace InfoSharing.Exchange.Ledger.Sealing;

/// <summary>The agency's storage key: it wraps the keys of cases and nothing else, comes from a file, and is never in the database.</summary>
internal sealed class StorageKey : IDisposable
{
    private readonly byte[] _key = GC.AllocateUninitializedArray<byte>(SealedBox.KeyBytes, pinned: true);

    /// <summary>Reads the key.</summary>
    /// <exception cref="LedgerStartException">There is none, others may read it, or it is not 32 bytes.</exception>
    internal StorageKey(string file)
    {
        if (!File.Exists(file)) throw new LedgerStartException($"The storage key file {file} does not exist: put the agency's key there, or make one for a new ledger.");
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            if ((File.GetUnixFileMode(file) & Others) != UnixFileMode.None) throw new LedgerStartException($"The storage key file {file} may be read by others than its owner: set its mode to 0600.");
        }
        using var stream = File.OpenRead(file);
        if (stream.Length != SealedBox.KeyBytes) throw new LedgerStartException($"The storage key file {file} must hold exactly 32 bytes.");
        stream.ReadExactly(_key);
    }

    internal byte[] Wrap(ReadOnlySpan<byte> key, byte[] belongs) => SealedBox.Seal(_key, key, belongs);

    /// <summary>Unwraps a key. Zero it after use.</summary>
    /// <exception cref="CryptographicException">It was wrapped by another storage key, or belongs elsewhere.</exception>
    internal byte[] Unwrap(byte[] wrapped, byte[] belongs) => SealedBox.Open(_key, wrapped, belongs);

    /// <summary>Makes a new key in a file that only its owner can read, and never over another.</summary>
    internal static void Make(string file)
    {
        var key = RandomNumberGenerator.GetBytes(SealedBox.KeyBytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(file, options))
        {
            stream.Write(key);
            stream.Flush(flushToDisk: true);
        }
        CryptographicOperations.ZeroMemory(key);
    }

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(_key);
}
