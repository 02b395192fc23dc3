using InfoSharing.Exchange.Answers;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using Identifier = InfoSharing.V1.Person.Types.Identifier;
using Match = InfoSharing.V1.Person.Types.Identifier.Types.Match;

namespace InfoSharing.Exchange.Transfers;

/// <summary>
/// What this agency already holds on a transfer and its people, read before the rules judge. Numbers are looked up in the blind index; only
/// the cases of candidates are opened.
/// </summary>
internal sealed class Holdings(ILedger ledger, AgencyKeys us, Judgements judgements, TimeProvider clock)
{
    // A family that moved often has many cases here; the newest say who a number is.
    internal const int Newest = 3;

    /// <summary>The values by which its people may be known here.</summary>
    internal static IReadOnlyCollection<(string Kind, string Value)> ValuesOf(Transfer transfer) =>
        [.. transfer.Persons.SelectMany(person => person.Identifiers).Where(one => one.Value.Length > 0).Select(one => (FindableKeys.KindOf(one.Kind), one.Value)).Distinct()];

    /// <summary>What is held, of what was read before.</summary>
    internal async Task<IHoldings> Of(Transfer transfer, BeforeSend before, CancellationToken cancellationToken)
    {
        var candidates = before.Candidates;
        var opened = new Dictionary<Guid, Transfer?>();
        foreach (var caseId in candidates.Values.SelectMany(cases => cases).Distinct().Where(one => one.ToString("D") != transfer.Id)) opened[caseId] = await Open(caseId, cancellationToken);
        var known = new Dictionary<(string Kind, string Value), IReadOnlyList<Person>>();
        foreach (var (value, cases) in candidates)
            if (cases.SelectMany(one => opened.GetValueOrDefault(one) is { } held ? KnownBy(held, value) : []).ToList() is { Count: > 0 } people) known[value] = people;
        return new Held(FlowOfIts(transfer, before.Messages), known);
    }

    private async Task<Transfer?> Open(Guid caseId, CancellationToken cancellationToken) =>
        await ledger.OpenAsync(caseId, 0, null, cancellationToken) is { } stored && stored.Body.Open() is { } body ? Transfer.Parser.ParseFrom(body) : null;

    private static IEnumerable<Person> KnownBy(Transfer held, (string Kind, string Value) value)
    {
        var wanted = BlindIndex.Normalise(value.Value);
        return held.Persons.Where(person => !IsRestricted(person.Handling)
            && person.Identifiers.Any(one => FindableKeys.KindOf(one.Kind) == value.Kind && BlindIndex.Normalise(one.Value) == wanted && !IsRestricted(one.Handling)));
    }

    private Flow? FlowOfIts(Transfer transfer, IReadOnlyList<StoredMessage> messages) =>
        messages.Count == 0 ? null : FlowOf.Facts(TransferStates.Of(us.Agency, Guid.Parse(transfer.Id), messages), new ClockTable(judgements.Own), clock.GetUtcNow());

    private static bool IsRestricted(Handling? handling) =>
        handling?.DataClass is not (null or Handling.Types.DataClass.Unspecified or Handling.Types.DataClass.Ordinary or Handling.Types.DataClass.Location);

    private sealed class Held(Flow? flow, IReadOnlyDictionary<(string Kind, string Value), IReadOnlyList<Person>> known) : IHoldings
    {
        public Flow? Flow => flow;

        // Born on the same day and of the same name: strong. One of the two, or nothing to compare: possible. Neither: somebody else has this number.
        public Match MatchOf(Person person, Identifier identifier) =>
            known.TryGetValue((FindableKeys.KindOf(identifier.Kind), identifier.Value), out var people) ? people.Select(one => MatchOf(person, one)).Min() : Match.Unspecified;

        private static Match MatchOf(Person one, Person other)
        {
            bool? born = one.DateOfBirth.Length == 0 || other.DateOfBirth.Length == 0 ? null : one.DateOfBirth == other.DateOfBirth;
            bool? named = one.Names.Count == 0 || other.Names.Count == 0 ? null : one.Names.Any(name => other.Names.Any(known => IsSame(name, known)));
            return (born, named) switch { (true, true) => Match.Strong, (false, false) => Match.NoMatch, _ => Match.Possible };
        }

        private static bool IsSame(Person.Types.Name one, Person.Types.Name other) =>
            string.Equals(one.Family.Trim(), other.Family.Trim(), StringComparison.OrdinalIgnoreCase) && one.Family.Trim().Length > 0;
    }
}
