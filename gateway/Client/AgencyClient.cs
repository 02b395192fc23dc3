using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using InfoSharing.Client.Calls;
using InfoSharing.Client.Documents;
using InfoSharing.Client.Watching;
using InfoSharing.V1;

namespace InfoSharing.Client;

/// <summary>
/// An agency's door, for its own systems: the generated clients of the contract, with the agency's token on every call, the contract's
/// deadline where the caller gives none, and a second try where nobody answered. Costly to make, cheap to call on, safe for many
/// threads: keep one for each agency.
/// </summary>
/// <remarks>
/// Calls fail with <see cref="RpcException"/>, as <c>exchange_service.proto</c> says of each; where the request itself is at fault,
/// with <see cref="BadRequestException"/>, which is one too.
/// </remarks>
public sealed class AgencyClient : IDisposable
{
    // A reply may carry a transfer of 10 MiB in several versions; a reply beyond this is no reply of ours.
    private const int LargestReplyInBytes = 128 * 1024 * 1024;

    private readonly GrpcChannel _channel;
    private readonly AgencyClientOptions _options;

    /// <summary>A client for one agency.</summary>
    /// <param name="address">Where the agency's service is: <c>https://…</c>, or <c>http://127.0.0.1:5750</c> on this machine.</param>
    /// <param name="token">The token that proves who calls. It goes with every call, and into nothing else.</param>
    /// <param name="options">How calls are made; null takes the defaults.</param>
    /// <exception cref="ArgumentException">The token is blank, or would go unencrypted to another machine; or options are out of their bounds.</exception>
    public AgencyClient(Uri address, string token, AgencyClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new ArgumentException("The token would go unencrypted to another machine: give an https address.", nameof(address));
        _options = options ?? new AgencyClientOptions();
        if (string.Join(' ', _options.Faults()) is { Length: > 0 } faults) throw new ArgumentException(faults, nameof(options));
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = LargestReplyInBytes,
            HttpHandler = _options.HttpHandler ?? Handler(_options.AuthorityFile),
            DisposeHttpClient = _options.HttpHandler is null,
        });
        var calls = new AgencyCalls(_channel.CreateCallInvoker(), token.Trim(), _options);
        Cases = new CaseExchange.CaseExchangeClient(calls);
        Audit = new LedgerAudit.LedgerAuditClient(calls);
        Operations = new Operations.OperationsClient(calls);
        Retention = new CaseRetention.CaseRetentionClient(calls);
    }

    /// <summary>Checks, sends, reads and answers.</summary>
    public CaseExchange.CaseExchangeClient Cases { get; }

    /// <summary>Verifies the ledger and proves receipts.</summary>
    public LedgerAudit.LedgerAuditClient Audit { get; }

    /// <summary>What an operator does; with an operator's token.</summary>
    public Operations.OperationsClient Operations { get; }

    /// <summary>Breach enquiries, what falls due, legal holds, erasure.</summary>
    public CaseRetention.CaseRetentionClient Retention { get; }

    /// <summary>
    /// The ledger's events after a cursor, and then as they happen, each once and in order. It goes on after a lost connection, from
    /// the last event that was given, and ends only with the token or with a failure that trying again cannot mend.
    /// </summary>
    /// <param name="after">The cursor of the last event seen; 0 is the beginning. Keep that of each event once you have acted on it.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <exception cref="RpcException">OUT_OF_RANGE: the cursor is ahead of the ledger. UNAVAILABLE: nobody answered from the start.</exception>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    public IAsyncEnumerable<WatchReply> WatchAsync(ulong after = 0, CancellationToken cancellationToken = default) =>
        new EventWatch(Cases, _options).ReadAsync(after, cancellationToken);

    /// <summary>
    /// Uploads a document of a transfer, sent already or not yet. The reply's digest, length and media type belong in the transfer's entry of it; Send fills them where the
    /// entry has none. Where nobody answers it is begun again, if the file can be read again.
    /// </summary>
    /// <param name="transferId">The transfer.</param>
    /// <param name="document">The document, by its id in the transfer.</param>
    /// <param name="file">Its bytes, at most 100 MiB.</param>
    /// <param name="progress">Told how many bytes have gone; null for nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BadRequestException">It is not taken; says why and what to do.</exception>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: over 100 MiB. FAILED_PRECONDITION: the transfer is another agency's.</exception>
    public Task<UploadDocumentReply> UploadDocumentAsync(string transferId, string document, Stream file, IProgress<long>? progress = null, CancellationToken cancellationToken = default) =>
        new DocumentTransfer(Cases, _options).UploadAsync(transferId, document, file, progress, cancellationToken);

    /// <summary>Downloads a document. It goes on after a lost connection from the bytes that it has, and looks at the digest of the whole.</summary>
    /// <param name="transferId">The transfer.</param>
    /// <param name="document">The document, by its id in the transfer.</param>
    /// <param name="into">Takes its bytes. Keep nothing of them where this fails.</param>
    /// <param name="progress">Told how many bytes have come, and of how many; null for nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="RpcException">FAILED_PRECONDITION: not all parts have come yet; says how many. NOT_FOUND: there is no such document.</exception>
    /// <exception cref="InvalidDataException">What came is not what its digest says.</exception>
    public Task<long> DownloadDocumentAsync(string transferId, string document, Stream into, IProgress<(long Done, long Total)>? progress = null, CancellationToken cancellationToken = default) =>
        new DocumentTransfer(Cases, _options).DownloadAsync(transferId, document, into, progress, cancellationToken);

    /// <summary>Ends the calls under way and closes the connection.</summary>
    public void Dispose() => _channel.Dispose();

    // A watch may be silent for hours: pings tell a lost connection from a quiet one.
    private static SocketsHttpHandler Handler(string? authorityFile)
    {
        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        };
        if (authorityFile is not null)
        {
            // Its own authority and no other: who is not issued by it is not the agency, whatever this machine trusts. It replaces what it no longer trusts, and lists nothing.
            var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            trust.CustomTrustStore.ImportFromPemFile(authorityFile);
            handler.SslOptions.CertificateChainPolicy = trust;
        }
        return handler;
    }
}
