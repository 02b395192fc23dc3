using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Directories;

/// <summary>
/// Watches the directory's file: reads it at once, then looks again at every interval, and offers it where it has changed or was not
/// taken the last time (one that did not hold yet may hold now). It is read, not watched for events: those differ on network disks.
/// </summary>
public sealed class DirectoryFile : IDisposable
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    private readonly string _path;
    private readonly DirectoryInForce _inForce;
    private readonly TimeProvider _clock;
    private readonly ILogger<DirectoryFile> _log;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private byte[] _taken = [];
    private ulong? _saidExpired;

    /// <summary>Reads the file and goes on looking.</summary>
    /// <param name="path">The file.</param>
    /// <param name="inForce">What it is offered to.</param>
    /// <param name="every">How long between looks; 30 seconds is a good value.</param>
    /// <param name="clock">Time, and the timer.</param>
    /// <param name="log">Where an expiry is said.</param>
    public DirectoryFile(string path, DirectoryInForce inForce, TimeSpan every, TimeProvider clock, ILogger<DirectoryFile> log)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (_path, _inForce, _clock, _log) = (path, inForce, clock, log);
        Look();
        _timer = clock.CreateTimer(_ => Look(), null, every, every);
    }

    /// <summary>Stops looking. The directory stays in force.</summary>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (!_gate.TryEnter()) return; // the last look is still at it
        try
        {
            if (Read() is { } file)
            {
                var digest = SHA256.HashData(file);
                if (_inForce.Fault is not null || !digest.AsSpan().SequenceEqual(_taken)) _taken = _inForce.Offer(file).Fault is null ? digest : [];
            }
            SayWhenExpired();
        }
        finally
        {
            _gate.Exit();
        }
    }

    private byte[]? Read()
    {
        try
        {
            using var stream = File.OpenRead(_path);
            if (stream.Length > MostBytes)
            {
                _inForce.Report("The directory's file is larger than any directory. Fetch it again.");
                return null;
            }
            var file = new byte[stream.Length];
            stream.ReadExactly(file);
            return file;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _inForce.Report($"The directory's file cannot be read ({fault.GetType().Name}). Put it back where the service's settings say.");
            return null;
        }
    }

    private void SayWhenExpired()
    {
        if (_inForce.Current is not { } directory || !directory.HasExpired(_clock.GetUtcNow()) || _saidExpired == directory.Number) return;
        _saidExpired = directory.Number;
        DirectoryLog.Expired(_log, directory.Number);
    }
}
