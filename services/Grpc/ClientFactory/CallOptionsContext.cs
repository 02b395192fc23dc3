using Grpc.Core;

namespace Grpc.Net.ClientFactory;

/// <summary>A call's options, to be changed before it is made.</summary>
public sealed class CallOptionsContext
{
    /// <summary>Options and the services of the scope that the client was made in.</summary>
    public CallOptionsContext(CallOptions callOptions, IServiceProvider serviceProvider)
    {
        CallOptions = callOptions;
        ServiceProvider = serviceProvider;
    }

    /// <summary>The options.</summary>
    public CallOptions CallOptions { get; set; }

    /// <summary>The services.</summary>
    public IServiceProvider ServiceProvider { get; }
}
