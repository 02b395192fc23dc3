using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Police;

/// <summary>IS-P04. Answers, not a score: a low score silences nothing, and one answer (15, 6 with 12) may say more than fourteen others. By number, as the wording of the questions is licensed.</summary>
internal sealed class DashIsBroughtByNumber : Rule
{
    public override RuleCard Card { get; } = new("IS-P04", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "What did {victim} answer to the DASH questions? Give each answer by the question's number: the answers tell the next worker more than the score. \"Not asked\" is an answer too.",
        Variants = new Dictionary<string, string>
        {
            ["missing"] = "These DASH questions have no answer yet: {list}. \"Not known\" is an answer, where {victim} was not asked or did not wish to say.",
        },
        Remedy = "Give each of the 24 an answer, \"not known\" where it was not asked; or say under \"not held\" that no DASH was done, or that you do not know.",
        Source = "S9, L14, L25; SafeLives DASH by number; police minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (!c.Abuse.Domestic || c.People.Victims.Count == 0) return;
        var victims = c.People.Victims.Where(victim => !Minimum.IsAnswered(c.Transfer, What.Dash, victim.Ref)).ToList();
        if (victims.Count == 0) return;
        var missing = Missing(c.Transfer.Marac);
        if (missing.Count == 0) return;
        if (missing.Count == Questions) found.Fire("marac.dash", ("victim", Refs.Join(victims)));
        else found.Fire(Card.Severity, "marac.dash", "missing", Card.MayRise, ("victim", Refs.Join(victims)), ("list", string.Join(',', missing)));
    }

    // SafeLives order; the police version's further items have no number of their own here.
    private const int Questions = 24;

    private static List<int> Missing(Marac? marac)
    {
        var answered = marac?.Dash.Where(one => one.Answer != YesNo.Unspecified).Select(one => (int)one.Question).ToHashSet() ?? [];
        return [.. Enumerable.Range(1, Questions).Where(question => !answered.Contains(question))];
    }
}
