namespace InfoSharing.Local.Private;

/// <summary>What a private broker may be started with.</summary>
internal sealed record PrivateBrokerWishes
{
    /// <summary>How often it counts what lies in its queues.</summary>
    internal TimeSpan Statistics { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>More lines of rabbitmq.conf.</summary>
    internal string Settings { get; init; } = "";
}
