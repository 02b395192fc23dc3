using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Private;

namespace InfoSharing.Local.Distributed;

/// <summary>Starts one of an agency's processes and hears where it is. Started again it takes the port that it had.</summary>
/// <param name="agency">The agency.</param>
/// <param name="replica">Which of its processes, from 1.</param>
/// <param name="port">Its port; 0 for a free one.</param>
/// <param name="argumentsAt">What it is started with, at a port.</param>
/// <param name="errors">Where its warnings go.</param>
internal sealed class AgencyStart(DevelopmentAgency agency, int replica, int port, Func<int, IReadOnlyList<string>> argumentsAt, TextWriter errors)
{
    private const string Ready = " is ready at ";
    private readonly List<string> _complaints = [];
    private int _port = port;

    /// <summary>What it is called.</summary>
    internal string Name { get; } = replica == 1 ? agency.Id : $"{agency.Id} ({replica})";

    /// <summary>The agency whose it is.</summary>
    internal string Agency => agency.Id;

    /// <summary>Where it is.</summary>
    internal string Address { get; private set; } = "";

    /// <summary>Starts it, and returns when it answers.</summary>
    /// <exception cref="CannotStartException">It ended instead, in its own words.</exception>
    internal async Task<GuardedProcess> StartAsync(CancellationToken stop)
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_complaints) _complaints.Clear();
        var process = GuardedProcess.Start("dotnet", argumentsAt(_port), AgencyProgram.Environment, line => Hear(line, ready), line => Complain(line, ready));
        try
        {
            if (await Task.WhenAny(ready.Task, process.Ended).WaitAsync(stop) != ready.Task) throw new CannotStartException($"{Name} could not start: {WhatItSaid()}");
            Address = await ready.Task;
            _port = new Uri(Address).Port;
            return process;
        }
        catch // whatever it was, nothing of it stays; the failure goes on
        {
            await process.DisposeAsync();
            throw;
        }
    }

    private static void Hear(string line, TaskCompletionSource<string> ready)
    {
        if (line.IndexOf(Ready, StringComparison.Ordinal) is var at and > 0) ready.TrySetResult(line[(at + Ready.Length)..]);
    }

    // While it starts, what it says is why it could not; afterwards it is a warning, which it has put its own name to.
    private void Complain(string line, TaskCompletionSource<string> ready)
    {
        if (ready.Task.IsCompleted) errors.WriteLine(line);
        else lock (_complaints) _complaints.Add(line);
    }

    private string WhatItSaid()
    {
        lock (_complaints) return _complaints.Count == 0 ? "it ended without a word." : string.Join(Environment.NewLine, _complaints);
    }
}
