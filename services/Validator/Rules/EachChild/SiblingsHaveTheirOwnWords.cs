using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-402. One paragraph with the name changed says that one child was seen, and the others were not. Of two newborn twins it can be true.</summary>
internal sealed class SiblingsHaveTheirOwnWords : Rule
{
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
        SiblingGroups? groups = null;
        Same(c.SiblingTexts, c.SiblingTexts.Needs, ref groups);
        Same(c.SiblingTexts, c.SiblingTexts.Risks, ref groups);
        groups?.Fire(c, found);
    }

    private static void Same(SiblingTexts texts, List<SiblingText> section, ref SiblingGroups? groups)
    {
        var firsts = new Dictionary<ulong, SiblingText>(section.Count);
        foreach (var one in section)
            if (!firsts.TryAdd(one.AllWords, one)) (groups ??= new(texts)).Join(section, one, firsts[one.AllWords]);
    }
}
