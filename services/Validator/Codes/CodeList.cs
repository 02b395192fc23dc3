using System.Collections.Frozen;
using System.Collections.Immutable;

namespace InfoSharing.Validator.Codes;

/// <summary>A published list of codes with the publisher's words. It never changes once made.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, CodeListEntry> _byCode;

    internal CodeList(string name, string source, params IEnumerable<(string Code, string Description)> entries)
    {
        Name = name;
        Source = source;
        Entries = [.. entries.Select(entry => new CodeListEntry(entry.Code, entry.Description))];
        _byCode = Entries.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);
    }

    /// <summary>What the list says, such as "Referral source".</summary>
    public string Name { get; }

    /// <summary>Who publishes it and where, such as "CIN census 2026, N00152".</summary>
    public string Source { get; }

    /// <summary>Every code, in the published order.</summary>
    public ImmutableArray<CodeListEntry> Entries { get; }

    /// <summary>Whether the list has this code, written exactly so.</summary>
    public bool Contains(string? code) => code is not null && _byCode.ContainsKey(code);

    /// <summary>The publisher's words for the code, or null when the list does not have it.</summary>
    public string? Describe(string? code) => code is null ? null : _byCode.GetValueOrDefault(code)?.Description;
}
