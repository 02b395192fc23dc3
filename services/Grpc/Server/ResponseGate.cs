namespace Grpc.AspNetCore.Server;

/// <summary>Lets one write at a time into a response, and one end. A handler and its deadline race for the end; the loser writes nothing.</summary>
internal sealed class ResponseGate
{
    private readonly Lock sync = new();
    private bool writing;

    public bool IsEnded { get; private set; }

    public bool IsEndedByDeadline { get; private set; }

    /// <exception cref="InvalidOperationException">The call has ended, or the last write is not done.</exception>
    public void BeginWrite()
    {
        lock (sync)
        {
            if (IsEnded)
            {
                throw new InvalidOperationException("Can't write the message because the request is complete.");
            }

            if (writing)
            {
                throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
            }

            writing = true;
        }
    }

    public void EndWrite()
    {
        lock (sync)
        {
            writing = false;
        }
    }

    /// <summary>Takes the right to end the response; false when it is taken. Says whether a write is under way, over which no trailers can be written.</summary>
    public bool TryEnd(bool byDeadline, out bool writeInProgress)
    {
        lock (sync)
        {
            writeInProgress = writing;
            if (IsEnded)
            {
                return false;
            }

            IsEnded = true;
            IsEndedByDeadline = byDeadline;
            return true;
        }
    }
}
