using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.Document.Types.Kind;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-908. A victim who was discussed at one MARAC is known to nobody at the next. Minutes name other victims, so they go to two inboxes and no further.</summary>
internal sealed class MaracPapersFollow : Rule
{
    private const int MonthsBack = 12;

    public override RuleCard Card { get; } = new("IS-908", RuleGroup.Moves, Severity.Warn)
    {
        Message = "Tell the new MARAC today, by phone if you can. Minutes and the action plan can follow; {victim} should know who the new IDVA is.",
        Remedy = "Minutes go to MARAC coordinator and IDVA inboxes only, other victims removed.",
        Source = "S9, L15, L25; SafeLives transfer blog; practice 22",
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.Marac is not { } marac || Days.Parse(marac.LastHeardOn) is not { } heard || heard <= c.Day.AddMonths(-MonthsBack)) return;
        (string Field, bool IsBlank)[] all =
        [
            ("minutes", marac.Minutes.IsBlank() && !IsNotHeld(c.Transfer, Kind.MaracMinutes)),
            ("action_plan", marac.ActionPlan.IsBlank() && !IsNotHeld(c.Transfer, Kind.MaracActionPlan)),
            ("new_marac_told", marac.NewMaracTold is not { } told || (told.By.IsBlank() && told.At is null)),
            ("idva_to", !marac.IdvaFrom.IsBlank() && marac.IdvaTo.IsBlank()),
            ("victim_knows_new_idva", marac.VictimKnowsNewIdva == default),
        ];
        var missing = string.Join(',', all.Where(one => one.IsBlank).Select(one => one.Field));
        if (missing.Length > 0) found.FireWith("marac", ("victim", Refs.Join(c.People.Victims)), ("list", missing));
    }

    private static bool IsNotHeld(Transfer transfer, Kind kind) => transfer.DocumentsNotHeld.Any(one => one.Kind == kind);
}
