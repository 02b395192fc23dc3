using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace InfoSharing.Validator.Words;

/// <summary>
/// The words about a child without what differs between any two children (IS-402, IS-403). Masked, and several of one kind
/// in a row once: the names of the transfer's people and third-person pronouns, as one; ages ("7 years old", "seven-month-old",
/// "aged 7"); schools: the word school, nursery, academy, college or the like, with the capitalised words beside it.
/// </summary>
internal sealed class MaskedWords
{
    // No word has these keys: a word's key is the hash of its letters.
    private const ulong SomeBody = 1;
    private const ulong SomeAge = 2;
    private const ulong SomeSchool = 3;
    private const int LongestOnStack = 1024;

    private static readonly FrozenDictionary<ulong, MaskKind> Kinds = Table(
        (MaskKind.Pronoun, "he she they him her them his hers their theirs himself herself themself themselves he's she's they're he'd she'd they'd he'll she'll they'll they've"),
        (MaskKind.Number, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"),
        (MaskKind.AgeUnit, "year years month months week weeks day days"),
        (MaskKind.Old, "old"),
        (MaskKind.Aged, "aged age"),
        (MaskKind.School, "school schools nursery academy college primary secondary infant infants junior preschool playgroup kindergarten school's nursery's academy's college's"),
        (MaskKind.Joins, "of the"));

    private readonly HashSet<ulong> _names;

    internal MaskedWords(Transfer transfer)
    {
        _names = new(8 * transfer.Persons.Count);
        foreach (var person in transfer.Persons)
        {
            AddNames(person.Ref);
            foreach (var name in person.Names)
            {
                AddNames(name.Given);
                AddNames(name.Family);
            }
        }
    }

    /// <summary>The keys of a text's words, masked.</summary>
    internal ulong[] Of(WordList words)
    {
        Span<ulong> masked = words.Count <= LongestOnStack ? stackalloc ulong[LongestOnStack] : new ulong[words.Count];
        masked = masked[..words.Count];
        Span<MaskKind> kinds = words.Count <= LongestOnStack ? stackalloc MaskKind[LongestOnStack] : new MaskKind[words.Count];
        kinds = kinds[..words.Count];
        for (var i = 0; i < masked.Length; i++)
        {
            var key = words[i].Key;
            kinds[i] = KindOf(words, i);
            masked[i] = kinds[i] == MaskKind.Pronoun || _names.Contains(key) ? SomeBody : key;
        }
        for (var i = 0; i < masked.Length; i++)
        {
            if (kinds[i] == MaskKind.Number) MaskAge(words, kinds, masked, i);
            else if (kinds[i] == MaskKind.School) MaskSchool(words, kinds, masked, i);
        }
        return masked[..OnceInARow(masked)].ToArray();
    }

    private void AddNames(string written) => WordList.EachKey(written, _names, static (names, key, length) =>
    {
        if (length < 2) return;
        names.Add(key);
        names.Add(WordKey.Add(WordKey.Add(key, Letters.Apostrophe), 's'));
    });

    private static MaskKind KindOf(WordList words, int at)
    {
        if (char.IsAsciiDigit(words.Spelling(at)[0])) return MaskKind.Number;
        return Kinds.GetValueOrDefault(words[at].Key);
    }

    // "7", "7 years", "2 years 6 months", "two-year" and then "old"; or any of them behind "aged".
    private static void MaskAge(WordList words, ReadOnlySpan<MaskKind> kinds, Span<ulong> masked, int number)
    {
        var end = number + 1;
        if (IsA(words, kinds, MaskKind.AgeUnit, end)) end++;
        while (IsA(words, kinds, MaskKind.Number, end) && IsA(words, kinds, MaskKind.AgeUnit, end + 1)) end += 2;
        if (IsA(words, kinds, MaskKind.Old, end)) end++;
        else if (!(number > 0 && kinds[number - 1] == MaskKind.Aged && words[number].Before == Break.None)) return;
        masked[number..end].Fill(SomeAge);
    }

    private static bool IsA(WordList words, ReadOnlySpan<MaskKind> kinds, MaskKind kind, int at) => at < kinds.Length && kinds[at] == kind && words[at].Before == Break.None;

    private static void MaskSchool(WordList words, ReadOnlySpan<MaskKind> kinds, Span<ulong> masked, int school)
    {
        masked[school] = SomeSchool;
        for (var i = school - 1; i >= 0 && words[i + 1].Before == Break.None && IsName(words, masked, i); i--) masked[i] = SomeSchool;
        if (!IsCapital(words, school)) return;
        var joins = 0;
        for (var i = school + 1; i < masked.Length && words[i].Before == Break.None; i++)
        {
            if (kinds[i] == MaskKind.Joins) joins++;
            else if (IsName(words, masked, i))
            {
                masked[(i - joins)..(i + 1)].Fill(SomeSchool);
                joins = 0;
            }
            else return;
        }
    }

    private static bool IsName(WordList words, ReadOnlySpan<ulong> masked, int at) => masked[at] != SomeBody && IsCapital(words, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsCapital(WordList words, int at) => char.IsUpper(words.Written[words[at].Start]);

    // How many are left.
    private static int OnceInARow(Span<ulong> masked)
    {
        var count = 0;
        foreach (var key in masked)
            if (count == 0 || key > SomeSchool || masked[count - 1] != key) masked[count++] = key;
        return count;
    }

    private static FrozenDictionary<ulong, MaskKind> Table(params ReadOnlySpan<(MaskKind Kind, string Words)> lists)
    {
        var table = new Dictionary<ulong, MaskKind>();
        foreach (var (kind, words) in lists)
            foreach (var word in words.Split(' ')) table.Add(WordKey.Of(word), kind);
        return table.ToFrozenDictionary();
    }
}
