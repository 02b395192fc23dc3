using Google.Protobuf.WellKnownTypes;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Facts;
using Role = InfoSharing.V1.Person.Types.Role;
using Unit = InfoSharing.V1.Owed.Types.Unit;

namespace InfoSharing.Validator.Judging;

/// <summary>What is to follow: findings that are owed, and the items that no rule makes.</summary>
internal sealed class OwedItems(Case c)
{
    /// <summary>A finding, owed.</summary>
    internal Owed Of(Finding finding, RuleCard card, DateOnly? rightBy)
    {
        var crisis = c.Transfer.Urgency == Transfer.Types.Urgency.Crisis;
        var owed = Due((crisis ? card.OwedWithinOnCrisis : null) ?? card.OwedWithin);
        if (rightBy is { } day)
        {
            owed.Due = London.EndOf(day).ToTimestamp();
            owed.Unit = Unit.WorkingDays;
            owed.Within = 0;
        }
        owed.RuleId = finding.RuleId;
        owed.Field = finding.Field;
        owed.Variant = finding.Variant;
        owed.Params.Add(finding.Params);
        return owed;
    }

    /// <summary>Items that no rule makes: identity, call_record, text_kept. (phone is the ledger's.)</summary>
    internal IEnumerable<Owed> WithoutRule()
    {
        var transfer = c.Transfer;
        foreach (var child in transfer.Persons.Where(HasNoIdentity))
            yield return Item("identity", $"persons[{child.Ref}]", Within.AWorkingDay, child.Ref);
        if (transfer.Urgency == Transfer.Types.Urgency.Crisis && (transfer.CallRecord is null || transfer.CallRecord.SpokeTo.IsBlank()))
            yield return Item("call_record", "call_record", Within.AnHour);
        foreach (var kept in transfer.KeptAsText) yield return Item("text_kept", kept.Field, Within.AWorkingDay);
    }

    private static bool HasNoIdentity(Person person) =>
        person.Roles.Contains(Role.Child)
        && (Days.Parse(person.DateOfBirth) is null || !person.Names.Any(name => !name.Family.IsBlank()));

    private Owed Item(string item, string field, Within within, string child = "")
    {
        var owed = Due(within);
        owed.Item = item;
        owed.Field = field;
        if (child.Length > 0) owed.Params.Add("child", child);
        return owed;
    }

    private Owed Due(Within within) => new()
    {
        Unit = within.Unit,
        Within = (uint)within.Length,
        Due = (within.Unit == Unit.ElapsedHours
            ? c.Context.At.AddHours(within.Length)
            : London.EndOf(WorkingDays.Add(London.DayOf(c.Context.At), within.Length, c.Transfer.From?.Country ?? default))).ToTimestamp(),
    };
}
