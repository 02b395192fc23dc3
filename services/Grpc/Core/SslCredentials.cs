namespace Grpc.Core;

/// <summary>TLS. Roots and client certificates are the HTTP handler's affair.</summary>
public sealed class SslCredentials : ChannelCredentials
{
    internal override bool IsSecure => true;
}
