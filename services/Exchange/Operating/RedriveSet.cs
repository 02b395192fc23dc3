using InfoSharing.V1;

namespace InfoSharing.Exchange.Operating;

/// <summary>A set of messages that was frozen to be sent again, as the ledger's records have it.</summary>
/// <param name="Id">The set.</param>
/// <param name="By">Who froze it.</param>
/// <param name="Messages">The messages, in the order in which they go.</param>
internal sealed record RedriveSet(Guid Id, string By, IReadOnlyList<Guid> Messages)
{
    /// <summary>How many go again so far.</summary>
    internal int Gone { get; init; }

    /// <summary>True where a second person agreed.</summary>
    internal bool Agreed { get; init; }

    /// <summary>True where somebody stopped it since it went last.</summary>
    internal bool Stopped { get; init; }

    /// <summary>True where all of it went.</summary>
    internal bool Ended => Gone >= Messages.Count;

    /// <summary>Where it stands.</summary>
    internal RedriveReply.Types.State StateUnder(int aloneMost) => this switch
    {
        { Ended: true } => RedriveReply.Types.State.Ended,
        { Agreed: false } when Messages.Count > aloneMost => RedriveReply.Types.State.NeedsSecond,
        { Stopped: true } => RedriveReply.Types.State.Stopped,
        _ => RedriveReply.Types.State.Going,
    };
}
