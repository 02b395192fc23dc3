namespace InfoSharing.Validator.Language;

/// <summary>One entry of the language list.</summary>
public sealed class LanguageEntry
{
    internal LanguageEntry(int number, LanguageLevel level, LanguageScope scope, string alternative, string source, params Wording[] wordings)
    {
        (Number, Level, Scope, Alternative, Source, Wordings) = (number, level, scope, alternative, source, wordings);
    }

    /// <summary>Its permanent number, from 1.</summary>
    public int Number { get; }

    /// <summary>What is wrong with the wording.</summary>
    public LanguageLevel Level { get; }

    /// <summary>In whose item it counts.</summary>
    public LanguageScope Scope { get; }

    /// <summary>What may be written in its place; {victim}, {child}, {person}, {person causing harm} unfilled.</summary>
    public string Alternative { get; }

    /// <summary>What to know beside it; blank for most.</summary>
    public string Why { get; init; } = "";

    /// <summary>Who discourages the wording; "ours" where the alternative is our own plain rewriting.</summary>
    public string Source { get; }

    /// <summary>The kinds of agency whose own terms it would warn about: off until those services agree wording.</summary>
    public IReadOnlyList<Party.Types.AgencyKind> OffFor { get; init; } = [];

    /// <summary>The wordings that it finds.</summary>
    internal IReadOnlyList<Wording> Wordings { get; }
}
