using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-403. Most of one paragraph used twice says that one child was seen well and the other in passing.</summary>
internal sealed class SiblingsTextIsNotMostlyShared : Rule
{
    public override RuleCard Card { get; } = new("IS-403", RuleGroup.EachChild, Severity.Warn)
    {
        Message = "Much of this text is shared between {child} and {other child}. Check it is true of each.",
        Remedy = "Fill \"same because\", or write what is different for each.",
        Source = "L7, L23; Product",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.People.Moving.Count < 2) return;
        var shared = c.Threshold("IS-403", "shared", 0.80);
        SiblingGroups? groups = null;
        Alike(c.SiblingTexts, c.SiblingTexts.Needs, shared, ref groups);
        Alike(c.SiblingTexts, c.SiblingTexts.Risks, shared, ref groups);
        groups?.Fire(c, found);
    }

    private static void Alike(SiblingTexts texts, List<SiblingText> section, double shared, ref SiblingGroups? groups)
    {
        for (var i = 1; i < section.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (section[i], section[j]);
                if (one.Child == other.Child || one.AllWords == other.AllWords || !ShareAtLeast(one.Threes, other.Threes, shared)) continue;
                (groups ??= new(texts)).Join(section, one, other);
            }
        }
    }

    // Jaccard: those in both, of those in either. Both are in order, each three words once.
    private static bool ShareAtLeast(ulong[] some, ulong[] others, double shared)
    {
        // Of a text much shorter than the other not enough can be in both.
        if (Math.Min(some.Length, others.Length) < shared * Math.Max(some.Length, others.Length)) return false;
        var (i, j, both) = (0, 0, 0);
        while (i < some.Length && j < others.Length)
        {
            if (some[i] == others[j]) (i, j, both) = (i + 1, j + 1, both + 1);
            else if (some[i] < others[j]) i++;
            else j++;
        }
        return both >= shared * (some.Length + others.Length - both);
    }
}
