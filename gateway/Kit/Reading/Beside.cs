using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using Match = InfoSharing.V1.Person.Types.Identifier.Types.Match;

namespace InfoSharing.Kit.Reading;

/// <summary>What an example gives the rules beside its transfer: settings, the directory's agencies, what the ledger holds.</summary>
/// <param name="At">The instant at which it is judged.</param>
public sealed record Beside(DateTimeOffset At)
{
    /// <summary>The agency's settings.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>The directory's agencies; null offline.</summary>
    public IReadOnlyList<string>? Agencies { get; init; }

    /// <summary>The transfer's journey; null where there is no ledger.</summary>
    public Flow? Flow { get; init; }

    /// <summary>True where a check of the transfer alone, with the first release's settings, comes to the same report.</summary>
    public bool IsNothing => Agencies is null && Flow is null && Settings.Equals(new Settings());

    /// <summary>As the rules take it.</summary>
    public JudgingContext Context => new()
    {
        At = At,
        Settings = Settings,
        Agencies = Agencies is null ? null : new ListedAgencies([.. Agencies]),
        Holdings = Flow is null ? null : new HeldFlow(Flow),
    };

    private sealed class ListedAgencies(HashSet<string> all) : IAgencies
    {
        public bool Has(string agency) => all.Contains(agency);
    }

    // The ledger of an example knows its journey and none of its people.
    private sealed class HeldFlow(Flow flow) : IHoldings
    {
        public Flow? Flow => flow;

        public Match MatchOf(Person person, Person.Types.Identifier identifier) => Match.Unspecified;
    }
}
