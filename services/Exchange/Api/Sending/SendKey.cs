using System.Security.Cryptography;
using Google.Protobuf;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Writing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Sending;

/// <summary>
/// The key under which a send is answered once and the same ever after. Without a request id of the caller's own it is "{id}/{version}"; a
/// refusal then adds the digest, since a mended draft goes under the same id and version, and must.
/// </summary>
internal sealed class SendKey
{
    private const string Operation = "send";

    private readonly Caller _caller;
    private readonly Guid _transferId;
    private readonly string _given;
    private readonly string _blank;

    /// <param name="caller">Who asks.</param>
    /// <param name="transfer">The transfer as it may go.</param>
    /// <param name="requestId">The caller's own id; blank where there is none.</param>
    /// <param name="asked">The transfer as it was asked for.</param>
    /// <param name="rest">The request without its id and its transfer, which is its first field.</param>
    internal SendKey(Caller caller, Transfer transfer, string requestId, WrittenTransfer asked, IMessage rest)
    {
        _caller = caller;
        _transferId = Guid.Parse(transfer.Id);
        _given = requestId;
        _blank = $"{transfer.Id}/{transfer.Version}";
        Digest = SHA256.HashData([.. NestedField.After([], asked.Bytes, SendRequest.TransferFieldNumber), .. rest.ToByteArray()]);
    }

    /// <summary>SHA-256 of the request without its id, as our own serialiser writes it.</summary>
    internal byte[] Digest { get; }

    /// <summary>The ids under which an earlier answer may stand.</summary>
    internal IEnumerable<(string Caller, string Operation, string Id)> Places =>
        _given.Length > 0 ? [(_caller.Name, Operation, _given)] : [(_caller.Name, Operation, _blank), (_caller.Name, Operation, OfRefusal)];

    private string OfRefusal => $"{_blank}/{Convert.ToHexStringLower(Digest)}";

    /// <summary>The request of a transfer that goes.</summary>
    internal LedgerRequest Sent(SendReply reply) => Of(_given.Length > 0 ? _given : _blank, reply);

    /// <summary>The request of a transfer that is refused.</summary>
    internal LedgerRequest Refused(SendReply reply) => Of(_given.Length > 0 ? _given : OfRefusal, reply);

    private LedgerRequest Of(string id, SendReply reply) => new(_caller.Name, Operation, id, Digest, reply.ToByteArray(), _transferId);
}
