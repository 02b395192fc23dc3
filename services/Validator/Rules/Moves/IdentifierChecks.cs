using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Identifiers;
using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.Person.Types.Identifier.Types.Kind;
using Matches = InfoSharing.V1.Person.Types.Identifier.Types.Match;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-909. A mistyped number joins strangers. Nobody is matched on one that fails, and none that is missing holds anything back.</summary>
internal sealed class IdentifierChecks : Rule
{
    public override RuleCard Card { get; } = new("IS-909", RuleGroup.Moves, Severity.Warn)
    {
        Message = "This number looks mistyped, or this may be someone else. You can still send; nobody is matched on it.",
        Remedy = "Read it again; leave it out if in doubt.",
        Source = "L15, L25; domain.md 2.6; practice 25",
        Applies = TransferKinds.All,
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        var any = false;
        foreach (var person in c.Transfer.Persons)
        {
            for (var i = 0; i < person.Identifiers.Count; i++)
            {
                var one = person.Identifiers[i];
                if (one.Value.IsBlank()) continue;
                any = true;
                if (IsFaulty(one, c.Day.Year) || Match(c, person, one) is Matches.Possible or Matches.NoMatch)
                    found.Fire($"persons[{person.Ref}].identifiers[{i}].value", ("person", person.Ref));
            }
        }
        if (any && c.Context.Holdings is null) found.CannotTell();
    }

    // The ledger's own answer goes before what was written into the transfer by another one.
    private static Matches Match(Case c, Person person, Person.Types.Identifier one) =>
        c.Context.Holdings?.MatchOf(person, one) is { } held and not Matches.Unspecified ? held : one.Match;

    private static bool IsFaulty(Person.Types.Identifier one, int year) => one.Kind switch
    {
        Kind.Nhs => !NhsNumber.IsValid(one.Value),
        Kind.Upn or Kind.FormerUpn => !Upn.IsValid(one.Value),
        Kind.Pnc => !PncId.IsValid(one.Value, year),
        Kind.Cro => !CroNumber.IsValid(one.Value),
        Kind.Noms => !NomsNumber.IsValid(one.Value),
        Kind.Crn => !Crn.IsValid(one.Value),
        Kind.LaChildId => !LaChildId.IsValid(one.Value),
        _ => false,
    };
}
