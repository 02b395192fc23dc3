namespace Grpc.Core;

/// <summary>Options of one call.</summary>
public readonly struct CallOptions
{
    /// <summary>Options of one call.</summary>
    /// <param name="headers">Request metadata.</param>
    /// <param name="deadline">UTC moment by which the call ends; null or <see cref="DateTime.MaxValue"/> for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="writeOptions">First write options of a request stream.</param>
#pragma warning disable CA1068 // the token is not last: the order is the official type's
    public CallOptions(Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default, WriteOptions? writeOptions = null)
#pragma warning restore CA1068
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
        WriteOptions = writeOptions;
    }

    /// <summary>Request metadata.</summary>
    public Metadata? Headers { get; }

    /// <summary>UTC moment by which the call ends.</summary>
    public DateTime? Deadline { get; }

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>First write options of a request stream.</summary>
    public WriteOptions? WriteOptions { get; }

    /// <summary>A copy with these headers.</summary>
    public CallOptions WithHeaders(Metadata headers) => new(headers, Deadline, CancellationToken, WriteOptions);

    /// <summary>A copy with this deadline.</summary>
    public CallOptions WithDeadline(DateTime deadline) => new(Headers, deadline, CancellationToken, WriteOptions);

    /// <summary>A copy with this token.</summary>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) => new(Headers, Deadline, cancellationToken, WriteOptions);

    /// <summary>A copy with these write options.</summary>
    public CallOptions WithWriteOptions(WriteOptions writeOptions) => new(Headers, Deadline, CancellationToken, writeOptions);
}
