namespace InfoSharing.Feeds.Cin;

/// <summary>What a reader of census returns needs from outside: it has no clock and makes no ids.</summary>
public sealed record CinReaderOptions
{
    /// <summary>Gives each draft its id: a UUID, version 7.</summary>
    public required Func<Guid> NewId { get; init; }

    /// <summary>Today in London. A date after it cannot have happened.</summary>
    public required DateOnly Today { get; init; }
}
