namespace Grpc.Core;

/// <summary>Outcome of a call, 0 to 16 (gRPC "Status codes and their use"). The number travels in <c>grpc-status</c>.</summary>
public enum StatusCode
{
    /// <summary>0: success.</summary>
    OK = 0,

    /// <summary>1: the caller gave up.</summary>
    Cancelled = 1,

    /// <summary>2: no better code is known, as when a handler throws.</summary>
    Unknown = 2,

    /// <summary>3: the request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>4: time ran out; the operation may have happened.</summary>
    DeadlineExceeded = 4,

    /// <summary>5: the thing asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>6: the thing to be made exists.</summary>
    AlreadyExists = 6,

    /// <summary>7: the caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>8: a quota or a size limit is spent.</summary>
    ResourceExhausted = 8,

    /// <summary>9: the system's state refuses this; do not retry before it is changed.</summary>
    FailedPrecondition = 9,

    /// <summary>10: a concurrent change won; retry from the top.</summary>
    Aborted = 10,

    /// <summary>11: past the valid range.</summary>
    OutOfRange = 11,

    /// <summary>12: the method is not served here.</summary>
    Unimplemented = 12,

    /// <summary>13: a broken invariant, or malformed wire data.</summary>
    Internal = 13,

    /// <summary>14: not reachable now; retrying is reasonable.</summary>
    Unavailable = 14,

    /// <summary>15: data is lost or corrupt beyond recovery.</summary>
    DataLoss = 15,

    /// <summary>16: the caller is not known.</summary>
    Unauthenticated = 16,
}
