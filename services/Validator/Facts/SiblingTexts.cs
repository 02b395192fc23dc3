using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Facts;

/// <summary>
/// The needs and the risks of each moving child, for comparing one child's words with another's (IS-402, IS-403). Left out: texts
/// of which somebody said why they are the same, and texts of fewer than five words.
/// </summary>
internal sealed class SiblingTexts
{
    private const int ShortestOfConcern = 5;

    private readonly Transfer _transfer;

    internal SiblingTexts(Case c)
    {
        _transfer = c.Transfer;
        Children = [.. c.People.Moving.OrderBy(static child => child.Ref, StringComparer.Ordinal)];
        if (Children.Count < 2) return;
        var positions = new Dictionary<string, int>(Children.Count);
        for (var i = 0; i < Children.Count; i++) positions.TryAdd(Children[i].Ref, i);
        for (var i = 0; i < _transfer.ChildAssessments.Count; i++)
        {
            var one = _transfer.ChildAssessments[i];
            if (!one.SameBecause.IsBlank() || !positions.TryGetValue(one.Child, out var child)) continue;
            Add(c, Needs, one.Needs, child, i);
            Add(c, Risks, one.Risks, child, i);
        }
    }

    /// <summary>The moving children, in the order of their refs.</summary>
    internal IReadOnlyList<Person> Children { get; } = [];

    /// <summary>What they need.</summary>
    internal List<SiblingText> Needs { get; } = [];

    /// <summary>What they are at risk of.</summary>
    internal List<SiblingText> Risks { get; } = [];

    /// <summary>The path of one of <see cref="Needs"/> or <see cref="Risks"/>.</summary>
    internal string PathOf(List<SiblingText> section, SiblingText one) =>
        Field.Of("child_assessments", _transfer.ChildAssessments[one.Assessment].Item, one.Assessment) + (ReferenceEquals(section, Needs) ? ".needs" : ".risks");

    private static void Add(Case c, List<SiblingText> section, Text? text, int child, int assessment)
    {
        if (!text.IsBlank() && c.WordsOf(text!).Count >= ShortestOfConcern) section.Add(new(child, assessment, c.MaskedWordsOf(text!)));
    }
}

/// <summary>One text about one child.</summary>
/// <param name="Child">The child's position in <see cref="SiblingTexts.Children"/>.</param>
/// <param name="Assessment">The assessment's position in the transfer.</param>
/// <param name="Words">The keys of its words, masked.</param>
internal sealed record SiblingText(int Child, int Assessment, ulong[] Words)
{
    private ulong[]? _threes;

    /// <summary>Each three words in a row, as one number, each once and in order.</summary>
    internal ulong[] Threes => _threes ??= Words.Length < 3 ? [Hash(Words)] : InThrees(Words);

    /// <summary>All its words as one number.</summary>
    internal ulong AllWords => Hash(Words);

    private static ulong[] InThrees(ulong[] words)
    {
        var threes = new ulong[words.Length - 2];
        for (var i = 0; i < threes.Length; i++) threes[i] = Hash(words.AsSpan(i, 3));
        Array.Sort(threes);
        var count = 1;
        for (var i = 1; i < threes.Length; i++)
            if (threes[i] != threes[count - 1]) threes[count++] = threes[i];
        return count == threes.Length ? threes : threes[..count];
    }

    private static ulong Hash(ReadOnlySpan<ulong> words)
    {
        var hash = 14695981039346656037;
        foreach (var word in words)
        {
            hash = (hash ^ word) * 1099511628211;
            hash ^= hash >> 32;
        }
        return hash;
    }
}
