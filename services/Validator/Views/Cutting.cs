using System.Collections;
using InfoSharing.Validator.Contract;

namespace InfoSharing.Validator.Views;

/// <summary>Takes out of a copy what a plan leaves out.</summary>
internal static class Cutting
{
    private static readonly MessageParser<Transfer> KnownFieldsOnly = Transfer.Parser.WithDiscardUnknownFields(true);

    /// <summary>
    /// A copy of the transfer without the cuts. An item goes whole, and references to it stay: a reference says nothing.
    /// A text is emptied where it stands. A person keeps the ref and the roles, so that nothing else names nobody.
    /// </summary>
    internal static Transfer Apply(Transfer transfer, IReadOnlyList<Cut> cuts)
    {
        var copy = KnownFieldsOnly.ParseFrom(transfer.ToByteString());
        var targets = new List<(IMessage Holder, Cut Cut)>(cuts.Count);
        foreach (var cut in cuts) targets.Add((HolderOf(cut.Place, copy), cut));
        // From the end of each list, so that positions stay what they are.
        foreach (var (holder, cut) in targets.OrderByDescending(static target => target.Cut.Place.Index)) Take(holder, cut);
        return copy;
    }

    private static void Take(IMessage holder, Cut cut)
    {
        var (member, index) = (cut.Place.Member, cut.Place.Index);
        if (index < 0 && !(cut.Kind == MarkKind.Leak && member.IsText))
        {
            member.Field.Accessor.Clear(holder);
            return;
        }
        var list = index < 0 ? null : (IList)member.Get(holder)!;
        switch (list is null ? member.Get(holder) : list[index])
        {
            case Text text when cut.Kind == MarkKind.Leak:
                text.Text_ = "";
                text.Verbatim = false;
                text.Quotes.Clear();
                break;
            case Person person:
                list![index] = new Person { Ref = person.Ref, Roles = { person.Roles } };
                break;
            default:
                list!.RemoveAt(index);
                break;
        }
    }

    private static IMessage HolderOf(Place place, Transfer root)
    {
        if (place.Above is not { } above) return root;
        var holder = above.Member.Get(HolderOf(above, root))!;
        return above.Index < 0 ? (IMessage)holder : (IMessage)((IList)holder)[above.Index]!;
    }
}
