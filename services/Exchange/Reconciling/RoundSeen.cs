namespace InfoSharing.Exchange.Reconciling;

/// <summary>What this process has seen of its comparisons with one partner since it started: counts, for whoever asked for one.</summary>
internal sealed class RoundSeen
{
    private long _sentAgain;
    private long _givenBack;
    private long _takenBack;
    private long _heard;
    private long _equal;

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

    internal void Hear() => Interlocked.Increment(ref _heard);

    internal void SendAgain(int count) => Interlocked.Add(ref _sentAgain, count);

    internal void GiveBack(int count) => Interlocked.Add(ref _givenBack, count);

    internal void TakeBack() => Interlocked.Increment(ref _takenBack);

    internal void FindEqual() => Interlocked.Increment(ref _equal);
}
