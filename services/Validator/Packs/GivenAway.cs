using System.Collections;
using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Views;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;

namespace InfoSharing.Validator.Packs;

/// <summary>The values that a pack may not give away to its readers, and whether an item holds one of them.</summary>
internal sealed class GivenAway
{
    // Shorter names would be found in ordinary words.
    private const int ShortestName = 4;

    private readonly Needles _needles;

    internal GivenAway(Transfer transfer, IEnumerable<string> readers)
    {
        var needles = NeedleGathering.Refuges(transfer);
        // One at a time: what is no secret from a mother is one from the father who gets the same pack.
        foreach (var reader in readers) needles.AddRange(new NeedleGathering(transfer, new HashSet<string> { reader }, true).Places());
        Names(transfer, Shape.Of(Transfer.Descriptor), false, needles);
        _needles = needles.Count == 0 ? Needles.None : new(needles);
    }

    /// <summary>True where a text or a string of the message holds one of the values, or a field that gives a place away is filled.</summary>
    internal bool IsHeldBy(IMessage message)
    {
        foreach (var member in Shape.Of(message.Descriptor).Members)
            foreach (var value in Values(member, message))
            {
                if (member.IsLocation) return true;
                if (value is Text text ? Finds(text.Text_) : value is string words ? Finds(words) : value is IMessage below && below is not Item && IsHeldBy(below)) return true;
            }
        return false;
    }

    private bool Finds(string words) => !_needles.IsEmpty && _needles.Search(words) != default;

    // A refuge's provider, a court, the receiving team, a restricted name: as they are written, as whole words.
    private static void Names(IMessage holder, Shape shape, bool isHidden, List<Needle> needles)
    {
        foreach (var member in shape.Members)
            foreach (var value in Values(member, holder))
            {
                var hidden = isHidden || member.IsLocation;
                if (value is string words && hidden && member.Format == Format.Unspecified && member.Name != "role") Add(words);
                else if (value is IMessage below and not Text and not Item) Names(below, member.Shape!, hidden || IsRestricted(below), needles);
            }

        void Add(string words)
        {
            var plain = Plain.Of(words);
            if (plain.Length >= ShortestName && !Address.IsArea(plain)) needles.Add(new(plain, Reach.Place, Part.ADDRESS, true, false));
        }
    }

    private static bool IsRestricted(IMessage message) => message switch
    {
        Person.Types.Name name => IsClassed(name.Handling),
        Person.Types.Identifier identifier => IsClassed(identifier.Handling),
        _ => false,
    };

    private static bool IsClassed(Handling? handling) => handling is { DataClass: not (DataClass.Unspecified or DataClass.Ordinary) };

    // What is set: a blank string and a missing message are nothing.
    private static IEnumerable<object> Values(Member member, IMessage holder)
    {
        switch (member.Get(holder))
        {
            case string words:
                if (!words.IsBlank()) yield return words;
                break;
            case IDictionary: break;
            case IList many:
                foreach (var one in many)
                    if (one is not string words || !words.IsBlank()) yield return one!;
                break;
            case IMessage message:
                yield return message;
                break;
        }
    }
}
