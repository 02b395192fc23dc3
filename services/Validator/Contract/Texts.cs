using System.Collections;

namespace InfoSharing.Validator.Contract;

/// <summary>One <see cref="V1.Text"/> of a transfer that has words in it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Item">The item of a top-level section that holds it (a decision, a claim), or the section itself; the transfer for its own texts.</param>
internal readonly record struct TextPlace(Text Text, Place Place, IMessage Item);

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
