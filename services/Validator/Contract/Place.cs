using System.Text;

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
    public override string ToString()
    {
        var path = new StringBuilder();
        Write(path);
        return path.ToString();
    }

    private void Write(StringBuilder path)
    {
        if (Above is not null)
        {
            Above.Write(path);
            path.Append('.');
        }
        path.Append(Member.Name);
        if (Id.Length > 0) path.Append('[').Append(Id).Append(']');
        else if (Index >= 0) path.Append('[').Append(Index).Append(']');
    }
}
