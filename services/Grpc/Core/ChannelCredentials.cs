namespace Grpc.Core;

/// <summary>Says whether a channel is meant to be secured by TLS, and what authorises its calls.</summary>
public abstract class ChannelCredentials
{
    private protected ChannelCredentials()
    {
    }

    /// <summary>No TLS, by choice.</summary>
    public static ChannelCredentials Insecure { get; } = new InsecureCredentials();

    /// <summary>TLS with the certificates that the HTTP handler trusts.</summary>
    public static ChannelCredentials SecureSsl { get; } = new SslCredentials();

    /// <summary>TLS, and call credentials on every call of the channel.</summary>
    /// <exception cref="ArgumentException">The channel's credentials are not TLS: call credentials do not travel in plain text.</exception>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        ArgumentNullException.ThrowIfNull(channelCredentials);
        ArgumentNullException.ThrowIfNull(callCredentials);
        return channelCredentials.IsSecure
            ? new Composed(channelCredentials.OfCalls is { } first ? Core.CallCredentials.Compose(first, callCredentials) : callCredentials)
            : throw new ArgumentException("Call credentials go over TLS only: give SslCredentials with them.", nameof(channelCredentials));
    }

    internal abstract bool IsSecure { get; }

    /// <summary>What authorises every call; null for nothing.</summary>
    internal virtual CallCredentials? OfCalls => null;

    private sealed class InsecureCredentials : ChannelCredentials
    {
        internal override bool IsSecure => false;
    }

    private sealed class Composed(CallCredentials ofCalls) : ChannelCredentials
    {
        internal override bool IsSecure => true;

        internal override CallCredentials? OfCalls => ofCalls;
    }
}
