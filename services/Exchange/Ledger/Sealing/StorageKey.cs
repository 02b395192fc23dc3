using System.Security.Cryptography;

namespace InfoSharing.Exchange.Ledger.Sealing;

/// <summary>
/// The agency's storage key: it wraps the keys of cases and nothing else, comes from a file, and is never in the database. While it rotates, others of the agency's still open what they
/// wrapped, and nothing is wrapped by them any more.
/// </summary>
internal sealed class StorageKey : IDisposable
{
    private readonly byte[] _key;
    private readonly byte[][] _retired;

    /// <summary>Reads the key, and those that it replaces.</summary>
    /// <exception cref="LedgerStartException">One is not there, others may read it, or it is not 32 bytes.</exception>
    internal StorageKey(string file, IReadOnlyList<string>? retired = null)
    {
        _key = Read(file);
        _retired = [.. (retired ?? []).Select(Read)];
    }

    /// <summary>True where another key may still have wrapped something.</summary>
    internal bool Rotates => _retired.Length > 0;

    internal byte[] Wrap(ReadOnlySpan<byte> key, byte[] belongs) => SealedBox.Seal(_key, key, belongs);

    /// <summary>Unwraps a key. Zero it after use.</summary>
    /// <exception cref="CryptographicException">It was wrapped by another storage key, or belongs elsewhere.</exception>
    internal byte[] Unwrap(byte[] wrapped, byte[] belongs)
    {
        foreach (var retired in _retired)
            if (Opened(retired, wrapped, belongs) is { } key) return key;
        return SealedBox.Open(_key, wrapped, belongs);
    }

    /// <summary>The same key under the storage key of now; null where that wrapped it already.</summary>
    /// <exception cref="CryptographicException">It was wrapped by a storage key that is not here, or belongs elsewhere.</exception>
    internal byte[]? Rewrap(byte[] wrapped, byte[] belongs)
    {
        if (Opened(_key, wrapped, belongs) is { } current)
        {
            CryptographicOperations.ZeroMemory(current);
            return null;
        }
        var key = Unwrap(wrapped, belongs);
        var anew = Wrap(key, belongs);
        CryptographicOperations.ZeroMemory(key);
        return anew;
    }

    private static byte[]? Opened(byte[] key, byte[] wrapped, byte[] belongs)
    {
        try
        {
            return SealedBox.Open(key, wrapped, belongs);
        }
        catch (CryptographicException)
        {
            return null; // another key's, or nobody's: the last that is tried says so
        }
    }

    private static byte[] Read(string file)
    {
        if (!File.Exists(file)) throw new LedgerStartException($"The storage key file {file} does not exist: put the agency's key there, or make one for a new ledger.");
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            if ((File.GetUnixFileMode(file) & Others) != UnixFileMode.None) throw new LedgerStartException($"The storage key file {file} may be read by others than its owner: set its mode to 0600.");
        }
        using var stream = File.OpenRead(file);
        if (stream.Length != SealedBox.KeyBytes) throw new LedgerStartException($"The storage key file {file} must hold exactly 32 bytes.");
        var key = GC.AllocateUninitializedArray<byte>(SealedBox.KeyBytes, pinned: true);
        stream.ReadExactly(key);
        return key;
    }

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
    public void Dispose()
    {
        foreach (var key in _retired.Append(_key)) CryptographicOperations.ZeroMemory(key);
    }
}
