using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-905. "Only here for two weeks" is how a child is on nobody's list for a summer.</summary>
internal sealed class ShortStayIsShared : Rule
{
    private const int WelshWeeks = 12;

    public override RuleCard Card { get; } = new("IS-905", RuleGroup.Moves, Severity.Advise)
    {
        Message = "A short stay does not mean no service. Both areas agree who visits, write it down, and review it on {date}. "
            + "The new area still assesses if a child there may be in need or at risk (s17, s47).",
        Remedy = "Fill the interim arrangement and the review date.",
        Source = "L15, L25; Tees, Norfolk; practice 15",
        Applies = TransferKinds.All,
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.Move is not { } move) return;
        var isWelsh = c.Transfer.Lead?.Country == Party.Types.Country.Wls;
        if (move.Permanence == Move.Types.Permanence.Temporary) found.Fire("move.permanence");
        else if (move.HasExpectedDays && (isWelsh ? move.ExpectedDays <= 7 * WelshWeeks : move.ExpectedDays < c.Threshold("IS-905", "days", 15))) found.Fire("move.expected_days");
    }
}
