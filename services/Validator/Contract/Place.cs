namespace InfoSharing.Validator.Contract;

/// <summary>
/// A place in a transfer. Written as a path it names items by their id, so that the order of the input changes nothing:
/// <c>decisions[D1].reasoning</c>, <c>persons[P2].names[0].family</c>.
/// </summary>
/// <param name="Above">The place that holds it; null for the transfer itself.</param>
/// <param name="Member">The field.</param>
/// <param name="Id">The id of the item in a list; blank where it has none.</param>
/// <param name="Index">Its position in a list, from 0; -1 where the field is not a list.</param>
internal sealed record Place(Place? Above, Member Member, string Id, int Index)
{
    /// <summary>The path, from the transfer's root.</summary>
    public override string ToString() => string.Create(Length, this, static (path, place) => place.Write(path));

    private int Length
    {
        get
        {
            var length = Member.Name.Length + (Above is null ? 0 : Above.Length + 1);
            return Id.Length > 0 ? length + Id.Length + 2 : Index >= 0 ? length + Digits(Index) + 2 : length;
        }
    }

    // Writes it to the start of the span, and says how long it is.
    private int Write(Span<char> path)
    {
        var at = 0;
        if (Above is not null)
        {
            at = Above.Write(path);
            path[at++] = '.';
        }
        Member.Name.CopyTo(path[at..]);
        at += Member.Name.Length;
        if (Id.Length == 0 && Index < 0) return at;
        path[at++] = '[';
        if (Id.Length > 0)
        {
            Id.CopyTo(path[at..]);
            at += Id.Length;
        }
        else
        {
            Index.TryFormat(path[at..], out var digits);
            at += digits;
        }
        path[at++] = ']';
        return at;
    }

    private static int Digits(int number) => number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : number.ToString().Length;
}
