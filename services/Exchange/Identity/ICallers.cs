using Grpc.Core;

namespace InfoSharing.Exchange.Identity;

/// <summary>Says who makes a call that was let in.</summary>
internal interface ICallers
{
    /// <summary>The caller. A call without one never gets as far as a service.</summary>
    Caller Of(ServerCallContext context);
}
