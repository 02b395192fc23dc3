namespace Grpc.Core;

/// <summary>Options of one call.</summary>
public readonly struct CallOptions
{
    /// <summary>Options of one call.</summary>
    /// <param name="headers">Request metadata.</param>
    /// <param name="deadline">UTC moment by which the call ends; null or <see cref="DateTime.MaxValue"/> for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="writeOptions">Write options of a request, and the first ones of a request stream.</param>
    /// <param name="propagationToken">Ignored, as by the official client; <c>EnableCallContextPropagation</c> does the work.</param>
    /// <param name="credentials">What authorises the call, besides what the channel has.</param>
#pragma warning disable CA1068 // the token is not last: the order is the official type's
    public CallOptions(Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default, WriteOptions? writeOptions = null, ContextPropagationToken? propagationToken = null, CallCredentials? credentials = null)
#pragma warning restore CA1068
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
        WriteOptions = writeOptions;
        PropagationToken = propagationToken;
        Credentials = credentials;
    }

    /// <summary>Request metadata.</summary>
    public Metadata? Headers { get; }

    /// <summary>UTC moment by which the call ends.</summary>
    public DateTime? Deadline { get; }

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Write options of a request, and the first ones of a request stream.</summary>
    public WriteOptions? WriteOptions { get; }

    /// <summary>Ignored.</summary>
    public ContextPropagationToken? PropagationToken { get; }

    /// <summary>What authorises the call.</summary>
    public CallCredentials? Credentials { get; }

    /// <summary>A copy with these headers.</summary>
    public CallOptions WithHeaders(Metadata headers) => new(headers, Deadline, CancellationToken, WriteOptions, PropagationToken, Credentials);

    /// <summary>A copy with this deadline.</summary>
    public CallOptions WithDeadline(DateTime deadline) => new(Headers, deadline, CancellationToken, WriteOptions, PropagationToken, Credentials);

    /// <summary>A copy with this token.</summary>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) => new(Headers, Deadline, cancellationToken, WriteOptions, PropagationToken, Credentials);

    /// <summary>A copy with these write options.</summary>
    public CallOptions WithWriteOptions(WriteOptions writeOptions) => new(Headers, Deadline, CancellationToken, writeOptions, PropagationToken, Credentials);

    /// <summary>A copy with this token, which is ignored.</summary>
    public CallOptions WithPropagationToken(ContextPropagationToken propagationToken) => new(Headers, Deadline, CancellationToken, WriteOptions, propagationToken, Credentials);

    /// <summary>A copy with these credentials.</summary>
    public CallOptions WithCredentials(CallCredentials credentials) => new(Headers, Deadline, CancellationToken, WriteOptions, PropagationToken, credentials);
}
