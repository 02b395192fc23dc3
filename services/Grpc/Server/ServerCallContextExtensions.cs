using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

/// <summary>From a call to its HTTP request.</summary>
public static class ServerCallContextExtensions
{
    private const string Key = "__HttpContext";

    /// <summary>The HTTP request of a call; for a test double, the one in its UserState under <c>__HttpContext</c>.</summary>
    /// <exception cref="InvalidOperationException">The call has none.</exception>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        return serverCallContext is HttpContextServerCallContext served ? served.HttpContext
            : serverCallContext.UserState.TryGetValue(Key, out var value) && value is HttpContext context ? context
            : throw new InvalidOperationException("This call has no HttpContext: only calls served by ASP.NET Core have one.");
    }
}
