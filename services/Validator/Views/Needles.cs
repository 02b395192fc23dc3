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

    private readonly string[] _few = [];
    private readonly SearchValues<string>? _forms;
    private readonly Dictionary<(char, char), List<Needle>> _byStart = [];
    private readonly int _shortest = int.MaxValue;
    private readonly bool _allHaveDigits = true;

    internal Needles(IReadOnlyCollection<Needle> all)
    {
        IsEmpty = all.Count == 0;
        if (IsEmpty) return;
        foreach (var needle in all)
        {
            var start = (needle.Form[0], needle.Form[1]);
            if (!_byStart.TryGetValue(start, out var list)) _byStart[start] = list = [];
            list.Add(needle);
            _shortest = Math.Min(_shortest, needle.Form.Length);
            _allHaveDigits &= needle.Form.AsSpan().ContainsAnyInRange('0', '9');
        }
        string[] forms = [.. all.Select(static needle => needle.Form).Distinct()];
        if (forms.Length <= Handful) _few = forms;
        else _forms = SearchValues.Create(forms, StringComparison.Ordinal);
    }

    internal bool IsEmpty { get; }

    /// <summary>What the words hold.</summary>
    internal Hit Search(string words)
    {
        // Most places have a number in them, and most words have none.
        if (words.Length < _shortest || (_allHaveDigits && !words.AsSpan().ContainsAnyInRange('0', '9'))) return default;
        if (words.Length <= 512) return Search(words, stackalloc char[512]);
        var buffer = ArrayPool<char>.Shared.Rent(words.Length);
        var hit = Search(words, buffer);
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        return hit;
    }

    private Hit Search(string words, Span<char> buffer)
    {
        var plain = buffer[..Plain.Write(words, buffer)];
        var at = plain.Length < _shortest ? -1 : First(plain);
        return at < 0 ? default : Confirm(words, plain, at);
    }

    private Hit Confirm(string words, ReadOnlySpan<char> plain, int at)
    {
        var hit = default(Hit);
        var origins = Plain.Origins(words, plain.Length);
        while (true)
        {
            foreach (var needle in _byStart.GetValueOrDefault((plain[at], plain[at + 1])) ?? [])
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

    private static bool Stands(string words, Needle needle, int first, int last) =>
        (!needle.Unbroken || last - first + 1 == needle.Form.Length)
        && (!needle.Whole || ((first == 0 || !IsOneWord(words[first - 1], words[first])) && (last == words.Length - 1 || !IsOneWord(words[last], words[last + 1]))));

    private static bool IsOneWord(char one, char next) => (char.IsLetter(one) && char.IsLetter(next)) || (char.IsDigit(one) && char.IsDigit(next));
}
