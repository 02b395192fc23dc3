using Google.Rpc;
using Grpc.Core;

namespace InfoSharing.Client;

/// <summary>The request itself is at fault (INVALID_ARGUMENT): every fault at once, each with its field. Nothing was stored, and the same request will fail again.</summary>
public sealed class BadRequestException : RpcException
{
    internal BadRequestException(RpcException failure)
        : base(failure.Status, failure.Trailers, failure.Status.Detail)
    {
        var details = failure.GetRpcStatus()?.Details.FirstOrDefault(detail => detail.Is(BadRequest.Descriptor));
        Faults = details is null ? [] : [.. details.Unpack<BadRequest>().FieldViolations.Select(one => new FieldFault(one.Field, one.Description))];
    }

    /// <summary>The faults; empty where the server named no field. A long list ends with a line that says how many more there are.</summary>
    public IReadOnlyList<FieldFault> Faults { get; }
}
