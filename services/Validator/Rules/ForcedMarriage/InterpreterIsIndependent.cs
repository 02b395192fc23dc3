using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Interpreter = InfoSharing.V1.ForcedMarriage.Types.Interpreter;
using Relation = InfoSharing.V1.ForcedMarriage.Types.Interpreter.Types.Relation;
using State = InfoSharing.V1.ForcedMarriage.Types.Interpreter.Types.State;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-610. What was said through an uncle is what an uncle would let be said.</summary>
internal sealed class InterpreterIsIndependent : Rule
{
    public override RuleCard Card { get; } = new("IS-610", RuleGroup.Safety, Severity.Warn)
    {
        Message = "A relative, friend or community member interpreted on {date}. "
            + "Leave that on the record, treat what was said as unreliable, and book a professional interpreter with no link to the family for the next contact.",
        Variants = new Dictionary<string, string> { ["planned"] = "Book a professional interpreter with no link to the family for the next contact." },
        Remedy = "Book one; write the date.",
        Source = "L20, L27; statutory FM guidance [K wording]; practice 5",
        MayRise = true,
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (!c.Abuse.AnyForcedMarriage) return;
        var all = c.Transfer.ForcedMarriage?.Interpreters ?? [];
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            if (one.Relation is not (Relation.Relative or Relation.Friend or Relation.Community)) continue;
            var field = Field.Of("forced_marriage.interpreters", one.Item, i);
            if (one.State == State.Planned) found.Fire(Severity.Warn, field, "planned", true, ("person", one.For));
            else if (one.State == State.Held && !IsBooked(all, one.For)) found.Fire(Severity.Warn, field, "", false, ("person", one.For));
        }
    }

    private static bool IsBooked(IEnumerable<Interpreter> all, string person) =>
        all.Any(one => one is { Relation: Relation.Professional, State: State.Planned } && (one.For == person || one.For.IsBlank() || person.IsBlank()));
}
