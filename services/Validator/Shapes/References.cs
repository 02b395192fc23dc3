using System.Collections;
using InfoSharing.Validator.Contract;

namespace InfoSharing.Validator.Shapes;

/// <summary>What can be named in a transfer: its persons by their ref, its items by their id.</summary>
internal sealed class References
{
    private readonly HashSet<string> _persons = [];
    private readonly HashSet<string> _items = [];

    /// <summary>True for the ref of a person.</summary>
    internal bool IsPerson(string named) => _persons.Contains(named);

    /// <summary>True for the id of an item, or the ref of a person.</summary>
    internal bool IsAnything(string named) => _items.Contains(named) || _persons.Contains(named);

    internal static References Of(Transfer transfer)
    {
        var found = new References();
        foreach (var person in transfer.Persons) found._persons.Add(person.Ref);
        found.Collect(transfer, Shape.Of(Transfer.Descriptor));
        return found;
    }

    private void Collect(IMessage message, Shape shape)
    {
        if (message is Item item)
        {
            _items.Add(item.Id);
            return;
        }
        foreach (var member in shape.Members)
        {
            if (!member.IsMessage || !CanHoldItems(member)) continue;
            switch (member.Get(message))
            {
                case IMessage one:
                    Collect(one, member.Shape!);
                    break;
                case IList many:
                    foreach (var one in many) Collect((IMessage)one!, member.Shape!);
                    break;
            }
        }
    }

    // Texts, professionals and handling hold no items; they are most of a transfer.
    private static bool CanHoldItems(Member member) => !member.IsText && member.Field.MessageType != Who.Descriptor && member.Field.MessageType != Handling.Descriptor;
}
