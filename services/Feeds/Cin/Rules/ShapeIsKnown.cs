using InfoSharing.Feeds.Xml;

namespace InfoSharing.Feeds.Cin.Rules;

/// <summary>Elements and words that the return does not know are told of, so that nothing is lost in silence.</summary>
internal static class ShapeIsKnown
{
    private const int LongestName = 60;

    /// <summary>Looks through a header or a child.</summary>
    public static void Check(Element element, List<Oddity> oddities)
    {
        if (element.HasAttribute) oddities.Add(new(element.Line, element.Name, "has an attribute, which is not read"));
        if (!CinShape.IsGroup(element.Name))
        {
            if (element.Children.Count > 0) oddities.Add(new(element.Line, element.Name, "holds elements where the return has a value; they are not read"));
            return;
        }

        if (element.Text.Length > 0)
        {
            oddities.Add(new(element.TextLine, element.Name, "has stray text between its elements, which is not read", Written: CinShape.IsName(element.Text) ? $"'{element.Text}'" : null));
        }

        CheckChildren(element, oddities);
    }

    /// <summary>An element that has no place where it stands.</summary>
    public static Oddity Unknown(string name, int line) =>
        new(line, name.Length <= LongestName ? name : name[..LongestName], "is not an element that a return has here; it is not read");

    private static void CheckChildren(Element group, List<Oddity> oddities)
    {
        HashSet<string>? seen = null;
        foreach (var child in group.Children)
        {
            if (!CinShape.MayStandIn(group.Name, child.Name))
            {
                oddities.Add(Unknown(child.Name, child.Line));
                continue;
            }

            if (!CinShape.IsRepeated(group.Name, child.Name) && !(seen ??= []).Add(child.Name))
            {
                oddities.Add(new(child.Line, child.Name, "is given more than once; the first is read"));
                continue;
            }

            Check(child, oddities);
        }
    }
}
