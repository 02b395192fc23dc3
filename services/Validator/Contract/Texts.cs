using System.Collections;

namespace InfoSharing.Validator.Contract;

/// <summary>One <see cref="V1.Text"/> of a transfer that has words in it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Item">The item of a top-level section that holds it (a decision, a claim), or the section itself; the transfer for its own texts.</param>
internal readonly record struct TextPlace(Text Text, Place Place, IMessage Item);

/// <summary>The same, where its place is not asked for.</summary>
/// <param name="Text">The text.</param>
/// <param name="Item">The item or section that holds it.</param>
internal readonly record struct FoundText(Text Text, IMessage Item);

/// <summary>All texts of a transfer, in the order of the contract.</summary>
internal static class Texts
{
    /// <summary>Finds every text with words in it.</summary>
    internal static List<TextPlace> Of(Transfer transfer)
    {
        var found = new List<TextPlace>();
        foreach (var member in Shape.Of(Transfer.Descriptor).TextMembers) Visit(transfer, member, null, transfer, found);
        return found;
    }

    /// <summary>Finds every text, and makes no places: most are never asked for.</summary>
    internal static void Find(Transfer transfer, List<FoundText> found)
    {
        foreach (var member in Shape.Of(Transfer.Descriptor).TextMembers) Visit(transfer, member, transfer, true, found);
    }

    /// <summary>The place of one of its texts.</summary>
    internal static Place PlaceOf(Transfer transfer, Text text) => Of(transfer).Find(one => ReferenceEquals(one.Text, text)).Place;

    private static void Visit(IMessage holder, Member member, IMessage item, bool isTop, List<FoundText> found)
    {
        switch (member.Get(holder))
        {
            case IMessage one: Enter(one, member, isTop ? one : item, found); break;
            case IList many:
                for (var i = 0; i < many.Count; i++)
                {
                    var one = (IMessage)many[i]!;
                    Enter(one, member, isTop ? one : item, found);
                }
                break;
        }
    }

    private static void Enter(IMessage one, Member member, IMessage item, List<FoundText> found)
    {
        if (one is Text text)
        {
            if (!string.IsNullOrWhiteSpace(text.Text_)) found.Add(new(text, item));
            return;
        }
        foreach (var below in member.Shape!.TextMembers) Visit(one, below, item, false, found);
    }

    private static void Visit(IMessage holder, Member member, Place? above, IMessage item, List<TextPlace> found)
    {
        switch (member.Get(holder))
        {
            case IMessage one:
                Enter(one, member, new Place(above, member, "", -1), above is null ? one : item, found);
                break;
            case IList many:
                for (var i = 0; i < many.Count; i++)
                {
                    var one = (IMessage)many[i]!;
                    var id = member.IsText ? "" : member.Shape!.IdOf(one);
                    Enter(one, member, new Place(above, member, id, i), above is null ? one : item, found);
                }
                break;
        }
    }

    private static void Enter(IMessage one, Member member, Place place, IMessage item, List<TextPlace> found)
    {
        if (one is Text text)
        {
            if (!string.IsNullOrWhiteSpace(text.Text_)) found.Add(new(text, place, item));
            return;
        }
        foreach (var below in member.Shape!.TextMembers) Visit(one, below, place, item, found);
    }
}
