using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

internal sealed partial class GrpcCall<TRequest, TResponse>
{
    private HttpResponseMessage? response;
    private StreamMessageReader<TResponse>? reader;

    /// <summary>Sends the request and looks at the response headers. True when messages may follow; else the call has ended. Never throws.</summary>
    private async Task<bool> OpenAsync(HttpContent content)
    {
        try
        {
            requestContent = content as StreamingContent;
            if (!StartClock())
            {
                return false;
            }

            var credentials = await RequestCredentials.ReadAsync(channel, method, options.Credentials, source.Token);
            var received = await channel.SendAsync(CreateRequest(content, credentials), source.Token);
            Interlocked.Exchange(ref response, received); // a fence: either Abort sees the response, or this sees the end
            if (IsEnded)
            {
                received.Dispose();
                return false;
            }

            if (ResponseHead.Check(received) is { } failure)
            {
                End(failure);
                received.Dispose();
                return false;
            }

            var stream = await received.Content.ReadAsStreamAsync(source.Token);
            var limits = new ReceiveLimits(channel.Options.MaxReceiveMessageSize, ResponseHead.Encoding(received), StatusCode.Internal);
            reader = new StreamMessageReader<TResponse>(stream, method.ResponseMarshaller.ContextualDeserializer, limits);
            return true;
        }
        catch (Exception exception) // every failure becomes the call's status
        {
            Abort(TransportFailure.ToStatus(exception));
            return false;
        }
    }

    /// <summary>Arms the deadline and the tokens; false when one of them has ended the call already.</summary>
    private bool StartClock()
    {
        if (deadline != DateTime.MaxValue)
        {
            if (deadline <= DeadlineTimer.Now)
            {
                Abort(DeadlineExceeded);
                return false;
            }

            deadlineTimer = new DeadlineTimer(deadline, static call => ((GrpcCall<TRequest, TResponse>)call).Abort(DeadlineExceeded), this);
        }

        callerRegistration = options.CancellationToken.UnsafeRegister(
            static call => ((GrpcCall<TRequest, TResponse>)call!).Abort(new Status(StatusCode.Cancelled, "Call canceled by the client.")), this);
        channelRegistration = channel.Closed.UnsafeRegister(
            static call => ((GrpcCall<TRequest, TResponse>)call!).Abort(new Status(StatusCode.Cancelled, "The channel is disposed.")), this);
        if (!IsEnded)
        {
            return true;
        }

        StopClock();
        return false;
    }

    private void StopClock()
    {
        deadlineTimer?.Dispose();
        callerRegistration.Unregister();
        channelRegistration.Unregister();
    }

    private HttpRequestMessage CreateRequest(HttpContent content, Metadata? credentials)
    {
        var request = RequestHead.Create(channel.AddressOf(method), host, content);
        if (deadlineTimer is not null)
        {
            var remaining = deadline - DeadlineTimer.Now;
            request.Headers.TryAddWithoutValidation(GrpcHeaders.Timeout, TimeoutHeader.Format(remaining > TimeSpan.Zero ? remaining : TimeSpan.FromMilliseconds(1)));
        }

        if (options.Headers is { } headers)
        {
            RequestHead.Add(request, headers);
        }

        if (credentials is not null)
        {
            RequestHead.Add(request, credentials);
        }

        return request;
    }
}
