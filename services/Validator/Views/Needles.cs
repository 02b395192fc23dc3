using System.Buffers;

namespace InfoSharing.Validator.Views;

/// <summary>Whom a place must not reach.</summary>
[Flags]
internal enum Reach
{
    None = 0,

    /// <summary>A refuge's address: nobody (IS-816).</summary>
    Refuge = 1,

    /// <summary>A protected place: copies that are not named for LOCATION (IS-805).</summary>
    Place = 2,

    /// <summary>An area's name: the agency that supervises the person causing harm.</summary>
    Area = 4,
}

/// <summary>What of a place was found. The names are the codes of IS-805's <c>what</c>.</summary>
[Flags]
internal enum Part
{
    NONE = 0,
    ADDRESS = 1,
    POSTCODE = 2,
    PO_BOX = 4,
    PHONE = 8,
    SCHOOL = 16,
    GP = 32,
    HEALTH_VISITOR = 64,
    ORGANISATION_CODE = 128,
    DOCUMENT = 256,
    DOCUMENT_NOT_SEARCHED = 512,
}

/// <summary>What a text was found to hold.</summary>
internal readonly record struct Hit(Reach In, Part Of);

/// <summary>One thing to look for.</summary>
/// <param name="Form">Its letters and digits alone, in small letters: however it was spaced, it is the same.</param>
/// <param name="In">Whom it must not reach.</param>
/// <param name="Of">What it is.</param>
/// <param name="Whole">True where it counts only as whole words: "Ash Row" is not in "cash rows".</param>
/// <param name="Unbroken">True where it counts only as written: a code or a district, not letters gathered over a gap.</param>
internal sealed record Needle(string Form, Reach In, Part Of, bool Whole, bool Unbroken);

/// <summary>The places to look for in one transfer, looked for all at once.</summary>
internal sealed class Needles
{
    internal static readonly Needles None = new([]);

    // Making search values for a handful costs more than looking for each of them.
    private const int Handful = 16;

    // Of a longer text they are on the heap.
    private const int LongestOnStack = 512;

    private readonly Needle[] _all;
    private readonly List<string> _few = [];
    private readonly SearchValues<string>? _forms;
    private readonly Dictionary<(char, char), Needle[]>? _byStart;
    private readonly int _shortest = int.MaxValue;
    private readonly bool _allHaveDigits = true;

    internal Needles(List<Needle> all)
    {
        _all = [.. all];
        foreach (var needle in _all)
        {
            _shortest = Math.Min(_shortest, needle.Form.Length);
            _allHaveDigits &= needle.Form.AsSpan().ContainsAnyInRange('0', '9');
        }
        if (_all.Length <= Handful)
        {
            _few = Distinct(_all);
            return;
        }
        _forms = SearchValues.Create([.. _all.Select(static needle => needle.Form).Distinct()], StringComparison.Ordinal);
        _byStart = _all.GroupBy(static needle => (needle.Form[0], needle.Form[1])).ToDictionary(static same => same.Key, static same => same.ToArray());
    }

    internal bool IsEmpty => _all.Length == 0;

    /// <summary>Whom any of them must not reach.</summary>
    internal Reach Reaches => _all.Aggregate(Reach.None, static (all, needle) => all | needle.In);

    /// <summary>What the words hold.</summary>
    internal Hit Search(string words)
    {
        // Most places have a number in them, and most words have none.
        if (words.Length < _shortest || (_allHaveDigits && !words.AsSpan().ContainsAnyInRange('0', '9'))) return default;
        if (words.Length <= LongestOnStack) return Search(words, stackalloc char[LongestOnStack]);
        var buffer = ArrayPool<char>.Shared.Rent(words.Length);
        var hit = Search(words, buffer);
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        return hit;
    }

    private Hit Search(string words, Span<char> buffer)
    {
        var plain = buffer[..Plain.Write(words, buffer)];
        var at = plain.Length < _shortest ? -1 : First(plain);
        return at < 0 ? default : Confirm(words, plain, at, plain.Length <= LongestOnStack ? stackalloc int[LongestOnStack] : new int[plain.Length]);
    }

    private Hit Confirm(string words, ReadOnlySpan<char> plain, int at, Span<int> origins)
    {
        var hit = default(Hit);
        Plain.WriteOrigins(words, origins);
        while (true)
        {
            var near = _byStart is null ? _all : _byStart.GetValueOrDefault((plain[at], plain[at + 1])) ?? [];
            foreach (var needle in near)
                if (plain[at..].StartsWith(needle.Form) && Stands(words, needle, origins[at], origins[at + needle.Form.Length - 1]))
                    hit = new(hit.In | needle.In, hit.Of | needle.Of);
            var next = First(plain[(at + 1)..]);
            if (next < 0) return hit;
            at += 1 + next;
        }
    }

    private int First(ReadOnlySpan<char> plain)
    {
        if (_forms is not null) return plain.IndexOfAny(_forms);
        var first = -1;
        foreach (var form in _few)
        {
            var at = plain.IndexOf(form);
            if (at >= 0 && (first < 0 || at < first)) first = at;
        }
        return first;
    }

    // Without a set: there are few.
    private static List<string> Distinct(Needle[] needles)
    {
        var forms = new List<string>(needles.Length);
        foreach (var needle in needles)
            if (!forms.Contains(needle.Form)) forms.Add(needle.Form);
        return forms;
    }

    private static bool Stands(string words, Needle needle, int first, int last) =>
        (!needle.Unbroken || last - first + 1 == needle.Form.Length)
        && (!needle.Whole || ((first == 0 || !IsOneWord(words[first - 1], words[first])) && (last == words.Length - 1 || !IsOneWord(words[last], words[last + 1]))));

    private static bool IsOneWord(char one, char next) => (char.IsLetter(one) && char.IsLetter(next)) || (char.IsDigit(one) && char.IsDigit(next));
}
