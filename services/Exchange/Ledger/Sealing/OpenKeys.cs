using System.Security.Cryptography;

namespace InfoSharing.Exchange.Ledger.Sealing;

/// <summary>The case keys that one entry needs, in clear for as long as it is being sealed.</summary>
internal sealed class OpenKeys(CaseKeys keys, Dictionary<Guid, byte[]> wrapped) : IDisposable
{
    private readonly Dictionary<Guid, byte[]> _open = [];

    /// <summary>The case's key.</summary>
    internal ReadOnlySpan<byte> Of(Guid caseId)
    {
        if (!_open.TryGetValue(caseId, out var key))
        {
            key = new byte[SealedBox.KeyBytes];
            wrapped[caseId] = keys.ForWriting(caseId, key);
            _open[caseId] = key;
        }
        return key;
    }

    /// <summary>Has the case's key stored though nothing is sealed under it yet: an erased case must be known as erased.</summary>
    internal void Touch(Guid caseId) => Of(caseId);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _open.Values) CryptographicOperations.ZeroMemory(key);
    }
}
