using System.Security.Cryptography;

namespace InfoSharing.Exchange.Ledger.Sealing;

/// <summary>Content as it was read. It is opened only when it is asked for.</summary>
internal sealed class SealedContent
{
    private readonly Keyring _ring;
    private readonly Guid? _caseId;
    private readonly byte[] _sealed;
    private readonly byte[]? _wrapped;
    private readonly byte[] _belongs;
    private readonly byte[] _tail;
    private readonly SealedContent? _part;

    /// <param name="ring">The agency's keys.</param>
    /// <param name="caseId">The case; null where the agency's own key seals.</param>
    /// <param name="box">The sealed content.</param>
    /// <param name="wrapped">The case's wrapped key; null or empty when it is destroyed.</param>
    /// <param name="belongs">The associated data.</param>
    /// <param name="tail">Bytes after the content that were not sealed with it.</param>
    internal SealedContent(Keyring ring, Guid? caseId, byte[] box, byte[]? wrapped, byte[] belongs, byte[]? tail = null) : this(ring, caseId, box, wrapped, belongs, tail, null)
    {
    }

    private SealedContent(Keyring ring, Guid? caseId, byte[] box, byte[]? wrapped, byte[] belongs, byte[]? tail, SealedContent? part)
    {
        _ring = ring;
        _caseId = caseId;
        _sealed = box;
        _wrapped = wrapped;
        _belongs = belongs;
        _tail = tail ?? [];
        _part = part;
    }

    /// <summary>The same, as a message whose end is a part of a document that lies elsewhere.</summary>
    internal SealedContent Carrying(SealedContent part) => new(_ring, _caseId, _sealed, _wrapped, _belongs, _tail, part);

    /// <summary>True when the case's key is destroyed: the content can never be read again.</summary>
    internal bool Erased => _sealed.Length > 0 && _caseId is not null && _wrapped is null or { Length: 0 };

    /// <summary>The content; null when it is erased.</summary>
    /// <exception cref="CryptographicException">It was changed where it lies, or stands in another's place.</exception>
    internal byte[]? Open()
    {
        if (Erased) return null;
        var content = OpenBox();
        if (_part is not null) return _part.Open() is { } part ? Writing.PartField.After([.. content, .. _tail], part) : null;
        return _tail.Length == 0 ? content : [.. content, .. _tail];
    }

    private byte[] OpenBox()
    {
        if (_sealed.Length == 0) return [];
        if (_caseId is not { } caseId) return SealedBox.Open(_ring.House, _sealed, _belongs);
        var key = _ring.UnwrapCaseKey(caseId, _wrapped!);
        try
        {
            return SealedBox.Open(key, _sealed, _belongs);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
