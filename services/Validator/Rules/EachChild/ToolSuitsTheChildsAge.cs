using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-404. A tool made for another age measures something else, and its score is believed all the same.</summary>
internal sealed class ToolSuitsTheChildsAge : Rule
{
    public override RuleCard Card { get; } = new("IS-404", RuleGroup.EachChild, Severity.Warn)
    {
        Message = "{tool} is not meant for a child aged {age}.",
        Remedy = "Say why it was used, or use another.",
        Source = "S5, S7, L23",
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.ChildAssessments.Count; i++)
        {
            var one = c.Transfer.ChildAssessments[i];
            if (one.Tool is not { } tool || tool.Name.IsBlank() || !(tool.HasAgeFrom || tool.HasAgeTo) || c.People.Find(one.Child) is not { } child) continue;
            var field = Field.Of("child_assessments", one.Item, i) + ".tool";
            if (People.IsUnborn(child))
            {
                if (tool is { HasAgeFrom: true, AgeFrom: > 0 }) found.Fire(field, ("child", child.Ref));
            }
            else if (c.People.AgeOf(child) is not { } age) found.Undecided($"persons[{child.Ref}].date_of_birth");
            else if (IsOutside(tool, age)) found.Fire(field, ("child", child.Ref), ("age", $"{Math.Max(age, 0)}"));
        }
    }

    private static bool IsOutside(ChildAssessment.Types.Tool tool, int age) =>
        (tool.HasAgeFrom && age < tool.AgeFrom) || (tool.HasAgeTo && age > tool.AgeTo);
}
