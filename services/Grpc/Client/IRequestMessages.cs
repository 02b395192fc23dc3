namespace Grpc.Net.Client;

/// <summary>Where a writer of requests puts its messages.</summary>
internal interface IRequestMessages
{
    /// <summary>Whether another attempt could send all that was written.</summary>
    bool CanReplay { get; }

    /// <summary>The body of the next attempt.</summary>
    HttpContent NewContent();

    /// <summary>Writes one message with its prefix; done when the transport took it.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> framed, bool flush, CancellationToken cancellationToken);

    /// <summary>Ends the request well: END_STREAM follows.</summary>
    void Complete();

    /// <summary>No other attempt follows: the response has begun.</summary>
    void Commit();

    /// <summary>Ends the request because the call has ended.</summary>
    void Abandon();
}
