namespace Grpc.Net.ClientFactory;

/// <summary>A name under which a client type is registered.</summary>
internal sealed record ClientRegistration(string Name, Type Type);
