using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using Unit = InfoSharing.V1.Owed.Types.Unit;

namespace InfoSharing.Cli.Presentation;

/// <summary>What is owed, by when, soonest first. What a finding above has said is named here alone.</summary>
internal sealed class OwedList(Screen screen, RuleWords words, Names names)
{
    internal void Write(IReadOnlyCollection<Owed> owed, IReadOnlyCollection<Finding> findings)
    {
        if (owed.Count == 0) return;
        var said = findings.Select(finding => (finding.RuleId, finding.Field, finding.Variant)).ToHashSet();
        screen.Heading("Owed", Colour.Bold, "");
        foreach (var soonest in owed.GroupBy(By))
        {
            screen.Words($"{soonest.Key}:", 2);
            foreach (var one in soonest)
            {
                screen.Words($"{(one.RuleId.Length > 0 ? one.RuleId : one.Item.Replace('_', ' '))}  {one.Field}", 4);
                if (one.OverriddenBy.Length > 0 && one.RuleId.Length > 0) screen.Words("A manager let this pass for now: ask for it first.", 12);
                if (!said.Contains((one.RuleId, one.Field, one.Variant))) screen.Words(WordsOf(one), 12);
            }
        }
        screen.Blank();
    }

    private static string By(Owed owed)
    {
        var london = London.ClockAt(owed.Due.ToDateTimeOffset());
        return owed.Unit == Unit.ElapsedHours ? $"By {Sentence.Moment(london)}" : $"By {Sentence.Day(DateOnly.FromDateTime(london))}";
    }

    private string WordsOf(Owed owed) => owed.Item switch
    {
        "" => words.MessageOf(owed),
        "identity" => $"The family name or date of birth of {names.Of([owed.Params.GetValueOrDefault("child", "this child")])}.",
        "call_record" => "The call that a crisis needs: who was spoken to, and when.",
        "text_kept" => "A part that could not be read goes as text. Write it as the contract has it.",
        "override_confirmation" => "The confirmation of the manager who was spoken to out of hours.",
        "phone" => "This area is not connected: ring it, and record who you spoke to.",
        _ => "This is to follow.",
    };
}
