namespace InfoSharing.Local.Broker;

/// <summary>How the broker keeps a queue.</summary>
internal enum QueueKind
{
    /// <summary>On a majority of the cluster's nodes: what was confirmed outlives any one of them.</summary>
    Quorum,

    /// <summary>On one node: for a broker that is one.</summary>
    Classic,
}
