using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using InfoSharing.Exchange.Parcels.Sealing;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace InfoSharing.Exchange.Delivery.Bus.Rabbit;

/// <summary>Opens connections to the broker, as the settings say. Each is opened once; who has it opens another when it has ended.</summary>
internal sealed class BrokerConnections(IOptions<BusOptions> options, AgencyKeys us)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);
    private readonly BusOptions _options = options.Value;

    /// <summary>The longest pause between two tries.</summary>
    internal TimeSpan LongestPause { get; } = TimeSpan.FromSeconds(options.Value.ReconnectSeconds);

    /// <summary>Opens one.</summary>
    /// <param name="purpose">What for, as the broker's own pages show it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal async Task<IConnection> OpenAsync(string purpose, CancellationToken cancellationToken)
    {
        var address = new Uri(_options.Address);
        var factory = new ConnectionFactory
        {
            HostName = address.Host,
            Port = address.Port, // -1: the protocol's own
            VirtualHost = _options.VirtualHost,
            UserName = _options.User.Length > 0 ? _options.User : us.Agency,
            Password = (await File.ReadAllTextAsync(_options.PasswordFile, Encoding.UTF8, cancellationToken)).Trim(),
            ClientProvidedName = $"{us.Agency} {purpose}",
            AutomaticRecoveryEnabled = false, // it would not open the first connection either, and what was not confirmed is the ledger's to send again
            TopologyRecoveryEnabled = false,
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
            RequestedHeartbeat = Heartbeat,
        };
        if (address.Scheme == "amqps") factory.Ssl = Tls(address.Host);
        return await factory.CreateConnectionAsync(cancellationToken);
    }

    /// <summary>True for what the broker, the network or a file may do to a connection; then it is opened again.</summary>
    internal static bool IsLoss(Exception failure) =>
        failure is RabbitMQClientException or IOException or UnauthorizedAccessException or ObjectDisposedException or TimeoutException or CryptographicException;

    /// <summary>What went wrong, and its cure; neither holds a secret.</summary>
    internal static (string Failure, string Cure) Words(Exception failure)
    {
        var root = Within(failure).FirstOrDefault(one => one is AuthenticationFailureException or OperationInterruptedException or System.Security.Authentication.AuthenticationException) ?? Within(failure).Last();
        return root switch
        {
            AuthenticationFailureException => ("it refuses our user or password", "see Bus:User and Bus:PasswordFile, or run 'infosharing broker prepare'"),
            OperationInterruptedException { ShutdownReason.ReplyCode: Constants.NotFound } => ("it has no exchange or queue for us", "run 'infosharing broker prepare'"),
            OperationInterruptedException { ShutdownReason.ReplyCode: Constants.AccessRefused or Constants.NotAllowed } => ("it does not let us do what we must", "run 'infosharing broker prepare'"),
            System.Security.Authentication.AuthenticationException => ("its certificate is not one that we trust", "see Bus:AuthorityFile, and the host in Bus:Address"),
            _ => (root.GetType().Name, "see that it runs, and Bus:Address"),
        };
    }

    // The client wraps what happened several times over.
    private static IEnumerable<Exception> Within(Exception failure)
    {
        for (var one = failure; one is not null; one = one.InnerException) yield return one;
    }

    private SslOption Tls(string host)
    {
        var tls = new SslOption { Enabled = true, ServerName = host };
        if (_options.CertificateFile.Length > 0)
            tls.Certs = [X509Certificate2.CreateFromPemFile(_options.CertificateFile, _options.KeyFile.Length > 0 ? _options.KeyFile : null)];
        if (_options.AuthorityFile.Length > 0)
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(_options.AuthorityFile);
            tls.CertificateValidationCallback = (_, certificate, _, faults) => (faults & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && certificate is X509Certificate2 shown && IsIssuedBy(authorities, shown);
        }
        return tls;
    }

    private static bool IsIssuedBy(X509Certificate2Collection authorities, X509Certificate2 shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // the authority is the network's own, and replaces what it no longer trusts
        return chain.Build(shown);
    }
}
