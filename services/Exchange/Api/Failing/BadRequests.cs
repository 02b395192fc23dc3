using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Exchange.Api.Failing;

/// <summary>INVALID_ARGUMENT with google.rpc.BadRequest: every fault at once, at most 5 KiB, since statuses travel in trailers.</summary>
internal static class BadRequests
{
    /// <summary>The status.</summary>
    public static Status Of(string message, IReadOnlyList<ShapeFault> faults)
    {
        var details = new BadRequest();
        foreach (var (field, description) in BadRequestFaults.Of(faults.Select(fault => (fault.Field, fault.Words))))
            details.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = field, Description = description });
        return new Status { Code = (int)Code.InvalidArgument, Message = message, Details = { Any.Pack(details) } };
    }
}
