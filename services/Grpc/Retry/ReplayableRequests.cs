using System.Net;

namespace Grpc.Net.Client.Retry;

/// <summary>A stream of requests that is kept, within limits, until an attempt is committed, so that the next attempt can send it again.</summary>
internal sealed class ReplayableRequests(RetryPlan plan) : IRequestMessages
{
    private readonly Lock sync = new();
    private readonly List<Message> messages = [];
    private int dropped;
    private long kept;
    private bool completed;
    private bool committed;
    private Exception? broken;
    private object? current; // an Attempt, which the HTTP client disposes
    private TaskCompletionSource changed = NewSignal();

    /// <summary>Whether another attempt could send all that was written.</summary>
    public bool CanReplay
    {
        get
        {
            lock (sync)
            {
                return !committed;
            }
        }
    }

    public HttpContent NewContent()
    {
        lock (sync)
        {
            var attempt = new Attempt(this);
            current = attempt;
            broken = null;
            Signal(); // stops the attempt before
            return attempt;
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> framed, bool flush, CancellationToken cancellationToken)
    {
        var message = new Message(framed.ToArray(), flush);
        lock (sync)
        {
            if (broken is not null && committed)
            {
                throw new IOException("The request cannot be written.", broken);
            }

            messages.Add(message);
            Keep(message.Bytes.Length);
            Signal();
        }

        await message.Written.Task.WaitAsync(cancellationToken);
    }

    public void Complete()
    {
        lock (sync)
        {
            completed = true;
            Signal();
        }
    }

    /// <summary>Ends retries: the response has begun, or too much is kept.</summary>
    public void Commit()
    {
        lock (sync)
        {
            CommitNow();
        }
    }

    public void Abandon()
    {
        lock (sync)
        {
            CommitNow();
            current = null;
            foreach (var message in messages)
            {
                message.Written.TrySetCanceled();
            }

            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Keep(long bytes)
    {
        if (committed)
        {
            return;
        }

        if (kept + bytes > plan.PerCallLimit || !plan.TryKeep(bytes))
        {
            CommitNow();
            return;
        }

        kept += bytes;
    }

    private void CommitNow()
    {
        committed = true;
        plan.LetGo(kept);
        kept = 0;
        if (broken is not null)
        {
            messages.ForEach(message => message.Written.TrySetException(new IOException("The request cannot be written.", broken)));
        }
    }

    private void Signal()
    {
        changed.TrySetResult();
        changed = NewSignal();
    }

    /// <summary>The message at a place, or null at the end; else what to wait for.</summary>
    private (Message? Message, Task? Wait) Next(Attempt attempt, int place)
    {
        lock (sync)
        {
            return current != attempt ? throw new IOException("Another attempt has taken this one's place.")
                : place - dropped < messages.Count ? (messages[place - dropped], null)
                : completed ? (null, null)
                : (null, changed.Task);
        }
    }

    private void Written(Message message, int next)
    {
        lock (sync)
        {
            message.Written.TrySetResult();
            if (committed)
            {
                messages.RemoveRange(0, next - dropped);
                dropped = next;
            }
        }
    }

    private void Broke(Attempt attempt, Exception exception)
    {
        lock (sync)
        {
            if (current == attempt)
            {
                broken = exception;
                if (committed)
                {
                    CommitNow();
                }
            }
        }
    }

    private sealed record Message(byte[] Bytes, bool Flush)
    {
        public TaskCompletionSource Written { get; } = NewSignal();
    }

    /// <summary>One attempt's body: what was written so far, and then what is written.</summary>
    private sealed class Attempt(ReplayableRequests requests) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            try
            {
                await stream.FlushAsync(cancellationToken);
                for (var place = 0; ;)
                {
                    var (message, wait) = requests.Next(this, place);
                    if (wait is not null)
                    {
                        await wait.WaitAsync(cancellationToken);
                    }
                    else if (message is null)
                    {
                        return;
                    }
                    else
                    {
                        await stream.WriteAsync(message.Bytes, cancellationToken);
                        if (message.Flush)
                        {
                            await stream.FlushAsync(cancellationToken);
                        }

                        requests.Written(message, ++place);
                    }
                }
            }
            catch (Exception exception) // rethrown; the writer learns of it once no attempt follows
            {
                requests.Broke(this, exception);
                throw;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
