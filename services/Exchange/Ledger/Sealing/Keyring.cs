using System.Security.Cryptography;
using System.Text;
using InfoSharing.Exchange.Ledger.Engines;

namespace InfoSharing.Exchange.Ledger.Sealing;

/// <summary>The agency's keys, each wrapped by its storage key: one for the blind index, one for what outlives cases, and the cases' own.</summary>
internal sealed class Keyring : IDisposable
{
    private const string AgencySetting = "agency";
    private const string KnownSetting = "known_value";
    private const string IndexSetting = "index_key";
    private const string HouseSetting = "house_key";
    private static readonly byte[] Known = SHA256.HashData("InfoSharing known value 1"u8);

    private readonly StorageKey _storage;
    private readonly byte[] _index;
    private readonly byte[] _house;

    /// <summary>Opens the keys of a ledger, or makes those of a new one.</summary>
    /// <exception cref="LedgerStartException">The ledger is another agency's, or sealed with another storage key.</exception>
    internal Keyring(StorageKey storage, string agency, ILedgerEngine engine)
    {
        _storage = storage;
        Agency = agency;
        var settings = engine.Settings();
        if (!settings.ContainsKey(KnownSetting)) settings = engine.Found(NewSettings(), Chain.Links.First(agency));
        if (Encoding.UTF8.GetString(settings[AgencySetting]) is var owner && owner != agency)
            throw new LedgerStartException($"The ledger in {engine.Where} belongs to {owner}, not to {agency}: give each agency a ledger of its own.");
        try
        {
            if (!CryptographicOperations.FixedTimeEquals(_storage.Unwrap(settings[KnownSetting], Belongs(KnownSetting)), Known)) throw new CryptographicException("The known value differs.");
            _index = _storage.Unwrap(settings[IndexSetting], Belongs(IndexSetting));
            _house = _storage.Unwrap(settings[HouseSetting], Belongs(HouseSetting));
        }
        catch (CryptographicException wrong)
        {
            throw new LedgerStartException($"The storage key of {agency} is not the one with which the ledger in {engine.Where} was sealed: bring back the right key file.", wrong);
        }
    }

    internal string Agency { get; }

    /// <summary>The key of what outlives cases: a case's own key is never in its place.</summary>
    internal ReadOnlySpan<byte> House => _house;

    /// <summary>A new case key, wrapped. The key itself is in <paramref name="key"/>: zero it after use.</summary>
    internal byte[] NewCaseKey(Guid caseId, Span<byte> key)
    {
        RandomNumberGenerator.Fill(key);
        return _storage.Wrap(key, CaseBelongs(caseId));
    }

    /// <summary>Unwraps a case key. Zero it after use.</summary>
    /// <exception cref="CryptographicException">The stored key was changed, or is another case's.</exception>
    internal byte[] UnwrapCaseKey(Guid caseId, byte[] wrapped) => _storage.Unwrap(wrapped, CaseBelongs(caseId));

    /// <summary>True where another storage key may still have wrapped something.</summary>
    internal bool Rotates => _storage.Rotates;

    /// <summary>A setting's key under the storage key of now; null where there is nothing to change.</summary>
    internal byte[]? RewrapSetting(string name, byte[] wrapped) => name is KnownSetting or IndexSetting or HouseSetting ? _storage.Rewrap(wrapped, Belongs(name)) : null;

    /// <summary>A case key under the storage key of now; null where there is nothing to change.</summary>
    internal byte[]? RewrapCaseKey(Guid caseId, byte[] wrapped) => _storage.Rewrap(wrapped, CaseBelongs(caseId));

    /// <summary>Which key a case has, and nothing of it: SHA-256 of "InfoSharing.CaseKey.1", the case's id and the key.</summary>
    internal byte[] Fingerprint(Guid caseId, byte[] wrapped)
    {
        var key = UnwrapCaseKey(caseId, wrapped);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("InfoSharing.CaseKey.1"u8);
        hash.AppendData(caseId.ToByteArray(bigEndian: true));
        hash.AppendData(key);
        CryptographicOperations.ZeroMemory(key);
        return hash.GetHashAndReset();
    }

    /// <summary>HMAC-SHA-256 under the agency's index key, 32 bytes.</summary>
    internal byte[] Token(string purpose, params ReadOnlySpan<string> parts) =>
        HMACSHA256.HashData(_index, Encoding.UTF8.GetBytes($"{purpose}\0{string.Join('\0', parts!)}"));

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_index);
        CryptographicOperations.ZeroMemory(_house);
        _storage.Dispose();
    }

    private Dictionary<string, byte[]> NewSettings()
    {
        var index = RandomNumberGenerator.GetBytes(SealedBox.KeyBytes);
        var house = RandomNumberGenerator.GetBytes(SealedBox.KeyBytes);
        var settings = new Dictionary<string, byte[]>
        {
            [AgencySetting] = Encoding.UTF8.GetBytes(Agency),
            [KnownSetting] = _storage.Wrap(Known, Belongs(KnownSetting)),
            [IndexSetting] = _storage.Wrap(index, Belongs(IndexSetting)),
            [HouseSetting] = _storage.Wrap(house, Belongs(HouseSetting)),
        };
        CryptographicOperations.ZeroMemory(index);
        CryptographicOperations.ZeroMemory(house);
        return settings;
    }

    private byte[] Belongs(string setting) => SealedBox.Belongs(setting, Agency, Guid.Empty, 0);

    private byte[] CaseBelongs(Guid caseId) => SealedBox.Belongs("case_key", Agency, caseId, 0);
}
