namespace InfoSharing.Validator.Judging;

/// <summary>
/// One rule of the catalogue: one small class named as a sentence. It holds no state and is shared by all checks.
/// It never throws on a transfer that passed the shape check, whatever is blank.
/// </summary>
public abstract class Rule
{
    /// <summary>What the rule is.</summary>
    public abstract RuleCard Card { get; }

    /// <summary>Its name: the class's, a sentence.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>Judges a case, and says what it finds.</summary>
    internal abstract void Judge(Case c, Findings found);

    /// <summary>Judges an act that is no transfer, where its card names such acts.</summary>
    /// <param name="c">The transfer that the act is about; an empty one where it is about none.</param>
    /// <param name="act">The act.</param>
    /// <param name="found">What it finds; paths are of the act.</param>
    internal virtual void JudgeAct(Case c, IMessage act, Findings found)
    {
        // Most rules judge transfers alone.
    }

    /// <summary>True where the rule runs on this case.</summary>
    internal bool RunsOn(Case c) =>
        Card.Applies.Overlaps(c.Kinds)
        || (c.IsAlert && (Card.Owed.Overlaps(TransferKinds.Alerts) || (c.HandOverToFollow && Card.Severity == Severity.Refuse)));
}
