using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Flag = InfoSharing.V1.Perpetrator.Types.Flag;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>IS-704. An order, bail or licence that stays in another area's system is broken there without anybody noticing here.</summary>
internal sealed class ConditionsCanBeSeen : Rule
{
    public override RuleCard Card { get; } = new("IS-704", RuleGroup.PersonCausingHarm, Severity.Warn)
    {
        Message = "Conditions on {person causing harm} do not protect if the new area cannot see them. Add terms and end date.",
        Remedy = "Attach, or say whom to ask.",
        Source = "S9; HMPPS mappaDetail",
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Perpetrators.Count; i++)
        {
            var one = c.Transfer.Perpetrators[i];
            var unseen = UnseenOf(c.Transfer, one);
            if (unseen.Count > 0) found.Fire(Field.Of("perpetrators", one.Item, i) + ".flags", ("list", string.Join(',', unseen.Select(static flag => Code.Of(flag)))), ("person_causing_harm", one.Person));
        }
    }

    private static SortedSet<Flag> UnseenOf(Transfer transfer, Perpetrator one)
    {
        var unseen = new SortedSet<Flag>();
        foreach (var flag in one.Flags)
            if (flag != default && !CanBeSeen(transfer, one, flag)) unseen.Add(flag);
        return unseen;
    }

    private static bool CanBeSeen(Transfer transfer, Perpetrator one, Flag flag)
    {
        if (flag == Flag.Mappa) return one.Mappa is { Level: > 0, Category: > 0 };
        foreach (var condition in transfer.Conditions)
        {
            if (condition.Person == one.Person && (int)condition.Kind == (int)flag && (!condition.Terms.IsBlank() || !condition.Ask.IsBlank()) && (condition.NoEnd || !condition.EndsOn.IsBlank()))
                return true;
        }
        return false;
    }
}
