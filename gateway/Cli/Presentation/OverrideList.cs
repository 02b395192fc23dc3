using InfoSharing.V1;
using Why = InfoSharing.V1.OverrideNotTaken.Types.Why;

namespace InfoSharing.Cli.Presentation;

/// <summary>The overrides that answer nothing, each with what would mend it: a manager must not believe that one stands.</summary>
internal sealed class OverrideList(Screen screen)
{
    internal void Write(IReadOnlyCollection<OverrideNotTaken> notTaken)
    {
        if (notTaken.Count == 0) return;
        screen.Heading("Overrides that do not stand", Colour.Bold, "");
        foreach (var one in notTaken)
        {
            screen.Words($"{one.Override}  {one.RuleId}", 2);
            screen.Words(WordsOf(one), 12);
        }
        screen.Blank();
    }

    private static string WordsOf(OverrideNotTaken one) => one.Why switch
    {
        Why.UnknownRule => "There is no such rule. Give the id that the finding shows.",
        Why.NeverOverridden => "Nobody may override this rule: it keeps somebody safe, or it is the record itself. Do what its finding says; an alert goes without it.",
        Why.NoReason => "The reason says nothing that the receiving area could weigh. Write what was weighed, and why the case goes all the same.",
        Why.NoDate => "Give the day by which it will be put right, on or after the day of the override.",
        Why.NoManager => "Name the manager, in what role, and when. Out of hours, name the manager spoken to, with role and time.",
        Why.NotConfirmed => "The manager who was spoken to has not confirmed it by the end of the next working day. Ask for the confirmation.",
        Why.NothingToOverride => "The rule does not refuse here, so there is nothing to override. It can be taken out.",
        _ => "It answers nothing.",
    };
}
