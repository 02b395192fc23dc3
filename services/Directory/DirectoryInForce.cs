using Microsoft.Extensions.Logging;

namespace InfoSharing.Directories;

/// <summary>Holds the last good directory. A bad file never takes it away; it is reported, once for each fault. Safe for many threads.</summary>
public sealed class DirectoryInForce(DirectoryTrust trust, TimeProvider clock, ILogger<DirectoryInForce> log)
{
    private readonly Lock _gate = new();
    private volatile AgencyDirectory? _current;
    private volatile string? _fault;
    private ulong _highestSeen = trust.HighestSeen;

    /// <summary>After another directory came into force. Raised on the thread that offered it; a handler must not throw.</summary>
    public event EventHandler? Changed;

    /// <summary>The directory in force; null until the first good one.</summary>
    public AgencyDirectory? Current => _current;

    /// <summary>Why the file that was offered last was not taken, in one sentence; null where it was.</summary>
    public string? Fault => _fault;

    /// <summary>Takes a file into force where it is good and new; otherwise leaves the last good one and says why. Never throws on what is in it.</summary>
    public DirectoryReading Offer(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        bool changed;
        DirectoryReading reading;
        lock (_gate)
        {
            reading = SignedDirectory.Read(file, trust with { HighestSeen = _highestSeen }, clock.GetUtcNow());
            var before = _current;
            if (reading.Directory is { } offered && before is not null && offered.Number == before.Number && !offered.Equivalent(before))
                reading = DirectoryReading.Not($"Two directories carry the number {offered.Number}. Each file needs a number of its own: ask the officers which is right.");
            changed = reading.Directory is not null && !reading.Directory.Equivalent(before);
            if (changed)
            {
                _current = reading.Directory;
                _highestSeen = reading.Directory!.Number;
                DirectoryLog.InForce(log, reading.Directory.Number, reading.Directory.Agencies.Count);
            }
            Say(reading.Fault);
        }
        if (changed) Changed?.Invoke(this, EventArgs.Empty);
        return reading;
    }

    /// <summary>Reports that no file could be had at all; the last good one stays in force.</summary>
    internal void Report(string fault)
    {
        lock (_gate) Say(fault);
    }

    private void Say(string? fault)
    {
        if (fault is not null && fault != _fault) DirectoryLog.NotTaken(log, fault);
        _fault = fault;
    }
}
