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

    /// <summary>True where the rule runs on this case.</summary>
    internal bool RunsOn(Case c) =>
        Card.Applies.Overlaps(c.Kinds)
        || (c.IsAlert && (Card.Owed.Overlaps(TransferKinds.Alerts) || (c.HandOverToFollow && Card.Severity == Severity.Refuse)));
}
