using System.Globalization;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

internal sealed partial class GrpcCall<TRequest, TResponse>
{
    private HttpResponseMessage? response;
    private StreamMessageReader<TResponse>? reader;

    /// <summary>Sends the request, again where the channel's retry policy says so, and looks at the response headers. True when messages may follow; else the call has ended. Never throws.</summary>
    private async Task<bool> OpenAsync(HttpContent? single)
    {
        try
        {
            if (!StartClock())
            {
                return false;
            }

            while (await AttemptAsync(single ?? requests!.NewContent()) is { } failure)
            {
                if (IsEnded)
                {
                    return false;
                }

                var wait = attempts?.Next(failure.StatusCode, response is null ? null : ResponseHead.Pushback(response));
                if (wait is null || requests is { CanReplay: false })
                {
                    Abort(failure);
                    return false;
                }

                channel.Log.Retrying(method.FullName, failure.StatusCode, attempts!.Failed);
                Interlocked.Exchange(ref response, null)?.Dispose();
                await Task.Delay(wait.Value, TimeProvider.System, source.Token);
            }

            // Response headers are there: from here on the call is this attempt's (gRFC A6, "When Retries are Valid").
            requests?.Commit();
            return !IsEnded;
        }
        catch (Exception exception) // every failure becomes the call's status
        {
            Abort(TransportFailure.ToStatus(exception));
            return false;
        }
    }

    /// <summary>One attempt. Null when messages may follow or the call has ended; else how it failed before any.</summary>
    private async Task<Status?> AttemptAsync(HttpContent content)
    {
        HttpResponseMessage received;
        try
        {
            var credentials = await RequestCredentials.ReadAsync(channel, method, options.Credentials, source.Token);
            received = await channel.SendAsync(CreateRequest(content, credentials), source.Token);
        }
        catch (Exception exception) when (attempts is not null) // a failure that may be tried again
        {
            return TransportFailure.ToStatus(exception);
        }

        Interlocked.Exchange(ref response, received); // a fence: either Abort sees the response, or this sees the end
        if (IsEnded)
        {
            received.Dispose();
            return null;
        }

        if (ResponseHead.Check(received) is { } failure)
        {
            return failure;
        }

        var stream = await received.Content.ReadAsStreamAsync(source.Token);
        var encoding = ResponseHead.Encoding(received);
        var limits = new ReceiveLimits(channel.Options.MaxReceiveMessageSize, encoding, channel.Encodings.Find(encoding), StatusCode.Internal);
        reader = new StreamMessageReader<TResponse>(stream, method.ResponseMarshaller.ContextualDeserializer, limits);
        return null;
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
        var request = RequestHead.Create(channel.AddressOf(method), host, content, channel.Encodings.Accepted);
        if (deadlineTimer is not null)
        {
            var remaining = deadline - DeadlineTimer.Now;
            request.Headers.TryAddWithoutValidation(GrpcHeaders.Timeout, TimeoutHeader.Format(remaining > TimeSpan.Zero ? remaining : TimeSpan.FromMilliseconds(1)));
        }

        if (Compressor is { } compressor)
        {
            request.Headers.TryAddWithoutValidation(GrpcHeaders.Encoding, compressor.Name);
        }

        if (attempts is { Failed: > 0 and var failed })
        {
            request.Headers.TryAddWithoutValidation(GrpcHeaders.PreviousAttempts, failed.ToString(CultureInfo.InvariantCulture));
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
