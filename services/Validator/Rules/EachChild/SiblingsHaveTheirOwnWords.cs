using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-402. One paragraph with the name changed says that one child was seen, and the others were not. Of two newborn twins it can be true.</summary>
internal sealed class SiblingsHaveTheirOwnWords : Rule
{
    private const int ShortestOfConcern = 5;

    public override RuleCard Card { get; } = new("IS-402", RuleGroup.EachChild, Severity.Warn)
    {
        Message = "The words for {child} and {other child} are the same. If that is true of both, say how you know; if not, write what is different for each.",
        Remedy = "Fill \"same because\", or rewrite.",
        Source = "S4, L7, L23; practice 7",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.People.Moving.Count < 2) return;
        foreach (var group in SameWords(c))
        {
            // It may rise only between children of 1 or over, so those under 1 and the unborn are told of apart from them.
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

    // Children whose needs, or whose risks, are the same words: each group in the order of the refs.
    private static IEnumerable<List<(Person Child, string Path)>> SameWords(Case c)
    {
        var children = c.People.Moving.OrderBy(child => child.Ref, StringComparer.Ordinal).Select(child => (Child: child, Path: "")).ToArray();
        var leaders = Enumerable.Range(0, children.Length).ToArray();
        var positions = new Dictionary<string, int>(children.Length);
        for (var i = 0; i < children.Length; i++) positions.TryAdd(children[i].Child.Ref, i);
        var firsts = new Dictionary<(string Section, ulong Words), (int Child, string Path)>();
        for (var i = 0; i < c.Transfer.ChildAssessments.Count; i++)
        {
            var one = c.Transfer.ChildAssessments[i];
            if (!one.SameBecause.IsBlank() || !positions.TryGetValue(one.Child, out var child)) continue;
            var path = Field.Of("child_assessments", one.Item, i);
            Join("needs", one.Needs, child, path + ".needs");
            Join("risks", one.Risks, child, path + ".risks");
        }
        return Enumerable.Range(0, children.Length).GroupBy(Leader, i => children[i]).Select(group => group.ToList()).Where(group => group.Count > 1);

        void Join(string section, Text? text, int child, string path)
        {
            if (text.IsBlank() || c.WordsOf(text!).Count < ShortestOfConcern) return;
            var words = (section, Hash(c.MaskedWordsOf(text!)));
            if (firsts.TryAdd(words, (child, path))) return;
            var first = firsts[words];
            leaders[Leader(child)] = Leader(first.Child);
            Note(child, path);
            Note(first.Child, first.Path);
        }

        void Note(int child, string path)
        {
            if (children[child].Path.Length == 0 || string.CompareOrdinal(path, children[child].Path) < 0) children[child].Path = path;
        }

        int Leader(int child)
        {
            while (leaders[child] != child) child = leaders[child];
            return child;
        }
    }

    private static ulong Hash(ulong[] words)
    {
        var hash = 14695981039346656037;
        foreach (var word in words) hash = (hash ^ word) * 1099511628211;
        return hash;
    }
}
