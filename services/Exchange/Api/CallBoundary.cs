using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Api;

/// <summary>The one place where exceptions become statuses: our own types each to theirs, the unknown to INTERNAL with an id to quote.</summary>
internal sealed class CallBoundary(TimeProvider clock, ILogger<CallBoundary> log)
{
    /// <summary>Runs the body of a call.</summary>
    public Task<T> Run<T>(Func<T> body)
    {
        try
        {
            return Task.FromResult(body());
        }
        catch (NotATransferException fault)
        {
            throw BadRequests.Of(fault.Message, fault.Faults).ToRpcException();
        }
        catch (Exception fault) when (fault is not RpcException and not OperationCanceledException) // turned into a status that reveals nothing
        {
            var id = Guid.CreateVersion7(clock.GetUtcNow());
            ApiLog.Unexpected(log, id, fault.GetType().Name, fault.StackTrace ?? "");
            throw new Google.Rpc.Status { Code = (int)Code.Internal, Message = $"Something failed here that should not. Nothing was stored. Quote {id} to your operator." }.ToRpcException();
        }
    }
}
