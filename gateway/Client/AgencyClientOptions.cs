namespace InfoSharing.Client;

/// <summary>How calls are made.</summary>
public sealed class AgencyClientOptions
{
    /// <summary>How often a call is made before its UNAVAILABLE is the answer, 1 to 20. Default 5. A call that somebody refused is never made twice.</summary>
    public int Attempts { get; set; } = 5;

    /// <summary>The wait before the second attempt, above zero and at most a minute; each further one is twice as long, less up to half by chance. Default 100 ms.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two attempts, at least <see cref="FirstDelay"/> and at most an hour. Default 15 s.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Told of each further attempt before it is waited for; null for nobody. It must not throw.</summary>
    public Action<FurtherAttempt>? OnFurtherAttempt { get; set; }

    /// <summary>The file, as PEM, of the authority that must have issued the agency's certificate; null for one that this machine trusts. Not looked at where a handler is given.</summary>
    public string? AuthorityFile { get; set; }

    /// <summary>The HTTP handler to call with, where certificates or proxies are set; null for one of the client's own. It stays the caller's to dispose.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>The clock that times waits and deadlines. Default the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The wait before an attempt.</summary>
    /// <param name="attempt">The attempt: 2 is the first that waits.</param>
    internal TimeSpan DelayBefore(int attempt)
    {
        var doubled = FirstDelay * Math.Pow(2, Math.Min(attempt - 2, 30));
        // Callers who lost one server together must not come back together.
        return (doubled < LongestDelay ? doubled : LongestDelay) * (0.5 + Random.Shared.NextDouble() / 2);
    }

    /// <summary>What is out of its bounds, all at once; empty where nothing is.</summary>
    internal IEnumerable<string> Faults()
    {
        if (Attempts is < 1 or > 20) yield return $"{nameof(Attempts)} must be 1 to 20.";
        if (FirstDelay <= TimeSpan.Zero || FirstDelay > TimeSpan.FromMinutes(1)) yield return $"{nameof(FirstDelay)} must be above zero and at most a minute.";
        if (LongestDelay < FirstDelay || LongestDelay > TimeSpan.FromHours(1)) yield return $"{nameof(LongestDelay)} must be at least {nameof(FirstDelay)} and at most an hour.";
        if (AuthorityFile is not null && !File.Exists(AuthorityFile)) yield return $"{nameof(AuthorityFile)} names {AuthorityFile}, which is not there.";
    }
}
