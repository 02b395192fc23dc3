using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

internal sealed partial class GrpcCall<TRequest, TResponse>
{
    /// <summary>How much of a response is buffered to learn the status of a call whose request the server refused.</summary>
    private const int ReadAheadLimit = 1 << 20;

    private readonly Lock readSync = new();
    private Task readAhead = Task.CompletedTask;
    private bool reading;
    private bool hasReceived;

    /// <summary>Claims the response for one read.</summary>
    public bool TryBeginRead()
    {
        lock (readSync)
        {
            var free = !reading;
            reading = true;
            return free;
        }
    }

    public void EndRead()
    {
        lock (readSync)
        {
            reading = false;
        }
    }

    /// <summary>The next message; null when the call has ended, with the status that it then has. Never throws.</summary>
    public async ValueTask<TResponse?> ReadAsync()
    {
        if (!await opened)
        {
            return null;
        }

        await readAhead;
        if (IsEnded)
        {
            return null;
        }

        try
        {
            if (await reader!.ReadAsync(source.Token) is { } message)
            {
                hasReceived = true;
                return message;
            }

            End(StatusAtEnd());
        }
        catch (Exception exception) // every failure becomes the call's status
        {
            // A message cut off by the server's own failure: the server's reason is the better one.
            var failure = reader!.IsAtEnd && StatusAtEnd() is { StatusCode: not StatusCode.OK } own ? own : TransportFailure.ToStatus(exception);
            Abort(failure);
        }

        reader!.Dispose();
        response!.Dispose();
        return null;
    }

    /// <summary>After the transport refused a request message: waits until the call's status is known, without losing responses.</summary>
    public async Task<Status> StatusAfterRefusedWriteAsync(Exception refusal)
    {
        if (!await opened)
        {
            return status;
        }

        await (HasOneResponse ? ended.Task : ReadAheadOrEnd());
        return IsEnded ? status : reader!.IsAtEnd ? StatusAtEnd() : TransportFailure.ToStatus(refusal);
    }

    /// <summary>Buffers the rest of the response unless someone is reading it, who will then meet its end.</summary>
    private Task ReadAheadOrEnd()
    {
        lock (readSync)
        {
            if (reading)
            {
                return ended.Task;
            }

            return readAhead = readAhead.IsCompleted ? ReadAheadAsync() : readAhead;
        }
    }

    private async Task ReadAheadAsync()
    {
        try
        {
            await reader!.FillToEndAsync(ReadAheadLimit, source.Token);
        }
        catch (Exception exception) // every failure becomes the call's status
        {
            Abort(TransportFailure.ToStatus(exception));
        }
    }

    private async Task ReadSingleAsync(TaskCompletionSource<TResponse> single)
    {
        var message = await ReadAsync();
        if (message is not null && await ReadAsync() is not null)
        {
            Abort(MessagePrefix.Additional().Status);
        }

        await ended.Task;
        if (status.StatusCode == StatusCode.OK)
        {
            single.SetResult(message!);
        }
        else
        {
            single.SetException(Failure());
            _ = single.Task.Exception; // seen: a call that is dropped is no unobserved exception
        }
    }

    private Status StatusAtEnd()
    {
        var final = ResponseHead.FinalStatus(response!);
        return final.StatusCode == StatusCode.OK && HasOneResponse && !hasReceived ? MessagePrefix.Missing().Status : final;
    }
}
