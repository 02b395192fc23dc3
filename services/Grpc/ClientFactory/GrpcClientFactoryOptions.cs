using Grpc.Core;
using Grpc.Net.Client;

namespace Grpc.Net.ClientFactory;

/// <summary>How a registered client calls.</summary>
public class GrpcClientFactoryOptions
{
    /// <summary>Where it calls: http or https.</summary>
    public Uri? Address { get; set; }

    /// <summary>Set up the channel.</summary>
    public IList<Action<GrpcChannelOptions>> ChannelOptionsActions { get; } = [];

    /// <summary>Set up each call.</summary>
    public IList<Action<CallOptionsContext>> CallOptionsActions { get; } = [];

    /// <summary>What runs around its calls; the first is the outermost of its scope.</summary>
    public IList<InterceptorRegistration> InterceptorRegistrations { get; } = [];

    /// <summary>Makes the client; null for its constructor.</summary>
    public Func<CallInvoker, object>? Creator { get; set; }
}
