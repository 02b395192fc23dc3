using Grpc.Core;

namespace InfoSharing.Exchange.Identity;

/// <summary>The caller, as authentication left it on the request.</summary>
internal sealed class Callers : ICallers
{
    public Caller Of(ServerCallContext context) =>
        CallerClaims.CallerOf(context.GetHttpContext().User) ?? throw new InvalidOperationException("A call without a caller reached a service: its endpoint is mapped without authorisation.");
}
