using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Pattern;

/// <summary>IS-301. A chronology that starts late hides what the first workers saw. Of our own involvement alone: earlier areas cannot be mended by us.</summary>
internal sealed class ChronologyStartsAtFirstInvolvement : Rule
{
    public override RuleCard Card { get; } = new("IS-301", RuleGroup.Pattern, Severity.Warn)
    {
        Message = "A chronology is needed and should start at or before our first involvement. Earlier areas go in the list of moves.",
        Remedy = "Add the missing entries; a date and one line each will do.",
        Source = "S6, L3; Norfolk, Tees minimum set; practice 6",
        Applies = TransferKinds.FullTransfer | TransferKinds.CpTransferIn,
        Owed = TransferKinds.FullTransfer | TransferKinds.CpTransferIn,
        OwedWithin = Within.FiveWorkingDays,
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        var transfer = c.Transfer;
        if (transfer.Chronology.Count == 0)
        {
            found.Fire("chronology");
            return;
        }
        var involved = Days.Parse(transfer.FirstInvolvementOn);
        var ours = Earliest(transfer.Referrals.Where(referral => IsOurs(referral, transfer.From)).Select(referral => referral.On));
        if (Earliest(transfer.Chronology.Select(entry => entry.On)) is not { } first) found.Undecided("chronology");
        else if (first > involved || first > ours) found.Fire("chronology");
        else if (involved is null) found.Undecided("first_involvement_on");
    }

    // A referral without a source is the sender's: it stands in the sender's transfer.
    private static bool IsOurs(Referral referral, Party? from) =>
        referral.Item?.Source is not { } source || source.Agency.IsBlank() || source.Agency == from?.Agency;

    private static DateOnly? Earliest(IEnumerable<string> written) => written.Select(Days.Parse).Where(day => day is not null).Min();
}
