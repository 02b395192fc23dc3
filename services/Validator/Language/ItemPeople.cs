using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Facts;

namespace InfoSharing.Validator.Language;

/// <summary>Whom an item is about: the people that it names, but not who told it, who may not see it, or whom else they see.</summary>
internal static class ItemPeople
{
    /// <summary>The refs, each once; empty where the item names nobody.</summary>
    internal static HashSet<string> Of(IMessage item)
    {
        var people = new HashSet<string>();
        if (item is not Transfer) Visit(item, people);
        return people;
    }

    private static void Visit(IMessage holder, HashSet<string> people)
    {
        if (holder is Person person)
        {
            people.Add(person.Ref);
            return;
        }
        foreach (var member in Shape.Of(holder.Descriptor).Members)
        {
            if (member.Name is "item" or "handling" or "told_by" or "other_children" or "towards") continue;
            var value = member.Get(holder);
            if (member.Format == Format.PersonRef) Add(value, people);
            else if (member.IsMessage && !member.IsText) Enter(value, people);
        }
    }

    private static void Add(object? value, HashSet<string> people)
    {
        if (value is string one)
        {
            if (!one.IsBlank()) people.Add(one);
        }
        else if (value is IEnumerable<string> many) people.UnionWith(many);
    }

    private static void Enter(object? value, HashSet<string> people)
    {
        if (value is IMessage one) Visit(one, people);
        else if (value is System.Collections.IEnumerable many)
            foreach (var each in many)
                if (each is IMessage message) Visit(message, people);
    }
}
