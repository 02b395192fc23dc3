using System.Collections;
using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Facts;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;
using Share = InfoSharing.V1.Handling.Types.ShareWithFamily;

namespace InfoSharing.Validator.Packs;

/// <summary>
/// Builds what a conference gives to the family, from what may be shared with each of those who get it and nothing else: conference
/// reports are handed to parents, a father who is searching among them. It starts empty; what nobody answered for stays out.
/// </summary>
public static class ConferencePackBuilder
{
    /// <summary>The pack for these people. IS-817 judges one that a person has put together by hand; it has nothing to say of this one.</summary>
    /// <param name="transfer">The transfer; it is not changed.</param>
    /// <param name="givenTo">The persons of the transfer who get it, one or more.</param>
    /// <exception cref="ArgumentException">Nobody is named, or somebody who is not in the transfer.</exception>
    public static BuiltPack Build(Transfer transfer, IReadOnlyCollection<string> givenTo)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(givenTo);
        if (givenTo.Count == 0) throw new ArgumentException("Say who is given the pack: what may be in it depends on them.", nameof(givenTo));
        if (givenTo.FirstOrDefault(one => transfer.Persons.All(person => person.Ref != one)) is { } unknown)
            throw new ArgumentException($"The transfer has no person {unknown}.", nameof(givenTo));

        var readers = givenTo.ToHashSet();
        var places = new GivenAway(transfer, readers);
        var pack = new ConferencePack { Transfer = transfer.Id, Version = transfer.Version, GivenTo = { readers.Order(StringComparer.Ordinal) } };
        var leftOut = new List<LeftOut>();
        foreach (var (item, message, field, isLocation) in Items(transfer, Shape.Of(Transfer.Descriptor), "", false))
        {
            if (Why(item.Handling ?? new(), message, isLocation, readers, places) is { } why) leftOut.Add(new(item.Id, field, why));
            else pack.Items.Add(item.Id);
        }
        return new(pack, leftOut);
    }

    private static LeftOutWhy? Why(Handling handling, IMessage message, bool isLocation, HashSet<string> readers, GivenAway places) => handling switch
    {
        { ShareWithFamily: not (Share.Yes or Share.NotWith) } => LeftOutWhy.NotForTheFamily,
        // Without a name, NOT_WITH keeps it from somebody and does not say from whom.
        { ShareWithFamily: Share.NotWith, NotWith: var from } when from.Count == 0 || from.Any(readers.Contains) => LeftOutWhy.NotWithSomebodyHere,
        { DataClass: not (DataClass.Unspecified or DataClass.Ordinary) } => LeftOutWhy.Restricted,
        _ when isLocation => LeftOutWhy.Restricted,
        _ => places.IsHeldBy(message) ? LeftOutWhy.HoldsAPlace : null,
    };

    // Every item of the transfer, at whatever depth, with the message that it opens.
    private static IEnumerable<(Item Item, IMessage Message, string Field, bool IsLocation)> Items(IMessage holder, Shape shape, string above, bool isLocation)
    {
        foreach (var member in shape.Members)
        {
            if (!member.IsMessage || member.IsText || member.Field.MessageType == Item.Descriptor) continue;
            var value = member.Get(holder);
            var many = value as IList ?? (value is null ? Array.Empty<object>() : new[] { value });
            for (var i = 0; i < many.Count; i++)
            {
                var message = (IMessage)many[i]!;
                var item = (Item?)member.Shape!.Item?.Get(message);
                var name = above + member.Name;
                var here = !member.Field.IsRepeated ? name : item is null ? $"{name}[{i}]" : Field.Of(name, item, i);
                var gives = isLocation || member.IsLocation;
                if (item?.Id.IsBlank() == false) yield return (item, message, here, gives);
                foreach (var below in Items(message, member.Shape!, here + ".", gives)) yield return below;
            }
        }
    }
}
