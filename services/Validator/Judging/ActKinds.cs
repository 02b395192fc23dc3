namespace InfoSharing.Validator.Judging;

/// <summary>What is judged that is no transfer: a rule that says so blocks that act, never a transfer.</summary>
[Flags]
public enum ActKinds
{
    /// <summary>Nothing but transfers.</summary>
    None = 0,

    /// <summary>A manager's override of a rule.</summary>
    Override = 1,

    /// <summary>The release of something withheld.</summary>
    Release = 2,

    /// <summary>Looking into a case that is not one's own.</summary>
    BreakGlass = 4,

    /// <summary>A pack for a conference, as it is given to the family.</summary>
    ConferencePack = 8,

    /// <summary>A hub's request to its partners.</summary>
    InformationRequest = 16,

    /// <summary>A partner's reply.</summary>
    InformationReply = 32,

    /// <summary>A hub's decision on a contact.</summary>
    MashDecision = 64,

    /// <summary>The acceptance of children, at a transfer-in conference.</summary>
    Acceptance = 128,
}

/// <summary>From the contract's messages to the rules' acts.</summary>
internal static class ActKindsOf
{
    /// <summary>The kind of an act; none for a message that no rule judges: sending, viewing and refusing have their name from the signed-in identity.</summary>
    internal static ActKinds Of(IMessage act) => act switch
    {
        Act { Kind: Act.Types.Kind.Override } => ActKinds.Override,
        Act { Kind: Act.Types.Kind.Release } => ActKinds.Release,
        Act { Kind: Act.Types.Kind.BreakGlass } => ActKinds.BreakGlass,
        ConferencePack => ActKinds.ConferencePack,
        InformationRequest => ActKinds.InformationRequest,
        InformationReply => ActKinds.InformationReply,
        MashDecision => ActKinds.MashDecision,
        Accepted => ActKinds.Acceptance,
        _ => ActKinds.None,
    };
}
