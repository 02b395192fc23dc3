namespace InfoSharing.Validator.Judging;

/// <summary>
/// What the agency already holds on this transfer and its people, as rules may ask it. Answered from memory, read before judging:
/// rules do no I/O. Restricted records answer as if there were none.
/// </summary>
public interface IHoldings
{
    /// <summary>The facts of this transfer's journey; null where it has none, as before its first Send.</summary>
    Flow? Flow { get; }

    /// <summary>How well a number fits the person whom the agency knows by it; UNSPECIFIED where it knows nobody by it.</summary>
    /// <param name="person">A person of the transfer.</param>
    /// <param name="identifier">One of their numbers.</param>
    Person.Types.Identifier.Types.Match MatchOf(Person person, Person.Types.Identifier identifier);
}
