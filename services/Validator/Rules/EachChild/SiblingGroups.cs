using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>Children whose words are alike, put together: where A is like B and B like C, one finding names all three.</summary>
internal sealed class SiblingGroups
{
    private readonly SiblingTexts _texts;
    private readonly int[] _leaders;
    private readonly string[] _paths;

    internal SiblingGroups(SiblingTexts texts)
    {
        _texts = texts;
        _leaders = [.. Enumerable.Range(0, texts.Children.Count)];
        _paths = new string[texts.Children.Count];
        Array.Fill(_paths, "");
    }

    /// <summary>Puts the children of two texts of one section together.</summary>
    internal void Join(List<SiblingText> section, SiblingText one, SiblingText other)
    {
        _leaders[Leader(one.Child)] = Leader(other.Child);
        Note(one.Child, _texts.PathOf(section, one));
        Note(other.Child, _texts.PathOf(section, other));
    }

    /// <summary>
    /// Fires for each group of children. It may rise only between children of 1 or over, so those under 1 and the unborn are told
    /// of apart from them.
    /// </summary>
    internal void Fire(Case c, Findings found)
    {
        var groups = Enumerable.Range(0, _leaders.Length).GroupBy(Leader, i => (Child: _texts.Children[i], Path: _paths[i])).Select(group => group.ToList());
        foreach (var group in groups.Where(group => group.Count > 1))
        {
            var older = group.FindAll(one => c.People.AgeOf(one.Child) >= 1);
            if (older.Count < 2)
            {
                Fire(found, group, mayRise: false);
                continue;
            }
            Fire(found, older, mayRise: true);
            if (older.Count < group.Count) Fire(found, [.. group.Except(older), .. older], mayRise: false);
        }
    }

    private static void Fire(Findings found, List<(Person Child, string Path)> group, bool mayRise) =>
        found.Fire(Severity.Warn, group[0].Path, "", mayRise, ("child", group[0].Child.Ref), ("other_child", Refs.Join(group.Skip(1).Select(one => one.Child))));

    // The first place of each child, in the order of paths.
    private void Note(int child, string path)
    {
        if (_paths[child].Length == 0 || string.CompareOrdinal(path, _paths[child]) < 0) _paths[child] = path;
    }

    private int Leader(int child)
    {
        while (_leaders[child] != child) child = _leaders[child];
        return child;
    }
}
