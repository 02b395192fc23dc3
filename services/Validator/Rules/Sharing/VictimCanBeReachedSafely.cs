using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Answer = InfoSharing.V1.SafeContact.Types.Answer;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-818. The first call of a new worker can be the one that the abuser answers. Somebody who has died is not asked about.</summary>
internal sealed class VictimCanBeReachedSafely : Rule
{
    public override RuleCard Card { get; } = new("IS-818", RuleGroup.Sharing, Severity.Refuse)
    {
        Message = "How can the new worker reach {victim} without {person causing harm} knowing? If you do not know, say so: they will not ring until someone finds out.",
        Remedy = "\"Not known\", with who will find out, is an answer.",
        Source = "S10, L20; SafeLives form; practice 9",
        Owed = TransferKinds.Alerts,
        OwedWithinOnCrisis = Within.AnHour,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (!c.Abuse.Domestic && !c.Abuse.AnyForcedMarriage) return;
        foreach (var person in c.People.Victims.Select(victim => victim.Ref).Union(c.Abuse.ForcedMarriagePersons))
        {
            if (c.People.Find(person) is { DiedOn.Length: > 0 } || MissingFor(person, c.Transfer) is not { } field) continue;
            var harmful = Refs.Join(c.People.CausingHarm);
            if (harmful.Length == 0) found.Fire(field, ("victim", person));
            else found.Fire(field, ("victim", person), ("person_causing_harm", harmful));
        }
    }

    // Null where one of the person's entries answers; else what their first answer lacks, else the list that has no answer.
    private static string? MissingFor(string person, Transfer transfer)
    {
        string? first = null;
        for (var i = 0; i < transfer.SafeContact.Count; i++)
        {
            var entry = transfer.SafeContact[i];
            if (entry.Person != person || entry.Answer == default) continue;
            if (Lacks(entry) is not { } lacking) return null;
            var field = $"{Field.Of("safe_contact", entry.Item, i)}.{lacking}";
            if (first is null || string.CompareOrdinal(field, first) < 0) first = field;
        }
        return first ?? "safe_contact";
    }

    private static string? Lacks(SafeContact entry) => entry.Answer switch
    {
        Answer.NotKnown when entry.WhoWillFindOut.IsBlank() => "who_will_find_out",
        Answer.Known when entry.SafeToCall == default && entry.Via.IsBlank() => "safe_to_call",
        _ => null,
    };
}
