namespace Grpc.Net.ClientFactory;

/// <summary>Makes registered clients by name.</summary>
public abstract class GrpcClientFactory
{
    /// <summary>A client of that name and type; cheap, as clients of one name share a channel.</summary>
    /// <exception cref="InvalidOperationException">No client of that name and type is registered.</exception>
    public abstract TClient CreateClient<TClient>(string name)
        where TClient : class;
}
