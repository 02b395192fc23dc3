namespace InfoSharing.Exchange.Reconciling;

/// <summary>What this process has seen of its comparisons with one partner since it started: counts, for whoever asked for one.</summary>
internal sealed class RoundSeen
{
    private const int MostRemembered = 32;

    private readonly Lock _gate = new();
    private long _sentAgain;
    private long _givenBack;
    private long _takenBack;
    private long _heard;
    private long _equal;
    private long _heardAt = long.MinValue;
    private volatile bool _isMended;
    private volatile string[] _begun = [];

    /// <summary>Messages that the partner lacked and that go again.</summary>
    internal long SentAgain => Interlocked.Read(ref _sentAgain);

    /// <summary>Messages of the partner's that were given back to it.</summary>
    internal long GivenBack => Interlocked.Read(ref _givenBack);

    /// <summary>Messages of ours that the partner gave back.</summary>
    internal long TakenBack => Interlocked.Read(ref _takenBack);

    /// <summary>How often the partner was heard.</summary>
    internal long Heard => Interlocked.Read(ref _heard);

    /// <summary>How often it said that all of both directions is equal.</summary>
    internal long Equal => Interlocked.Read(ref _equal);

    /// <summary>True where something was taken back or set apart since the last one began: the next finds other than it did.</summary>
    internal bool IsMended => _isMended;

    /// <summary>True where the partner was heard within a time: a comparison goes on, and another would say the same.</summary>
    internal bool WasHeardWithin(TimeSpan time, TimeProvider clock) => Interlocked.Read(ref _heardAt) is > long.MinValue and var at && clock.GetElapsedTime(at) < time;

    internal void Hear(long at)
    {
        Interlocked.Exchange(ref _heardAt, at);
        Interlocked.Increment(ref _heard);
    }

    /// <summary>
    /// True where this process began the round, and another after it: the other goes on, or both would have the same given back. What another process began is not overtaken here.
    /// </summary>
    internal bool IsOvertaken(string round) => _begun is [.., var newest] begun && newest != round && begun.Contains(round);

    internal void Begin(string round)
    {
        _isMended = false;
        lock (_gate) _begun = [.. _begun.TakeLast(MostRemembered - 1), round];
    }

    internal void Mend() => _isMended = true;

    internal void SendAgain(int count) => Interlocked.Add(ref _sentAgain, count);

    internal void GiveBack(int count) => Interlocked.Add(ref _givenBack, count);

    internal void TakeBack(int count)
    {
        Interlocked.Add(ref _takenBack, count);
        Mend();
    }

    internal void FindEqual() => Interlocked.Increment(ref _equal);
}
