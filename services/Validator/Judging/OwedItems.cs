using Google.Protobuf.WellKnownTypes;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Facts;
using ClockUnit = InfoSharing.V1.Settings.Types.Clock.Types.Unit;
using Role = InfoSharing.V1.Person.Types.Role;
using Unit = InfoSharing.V1.Owed.Types.Unit;

namespace InfoSharing.Validator.Judging;

/// <summary>What is to follow: findings that are owed, and the items that no rule makes.</summary>
internal sealed class OwedItems(Case c)
{
    // A wait that ends after a hundred days is nobody's.
    private const uint LongestWait = 100;

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

    /// <summary>Overrides by a manager who was only spoken to: the confirmation is owed by the end of the next working day.</summary>
    /// <param name="taken">The overrides that answer a finding.</param>
    internal IEnumerable<Owed> ToConfirm(HashSet<string> taken)
    {
        for (var i = 0; i < c.Transfer.Overrides.Count; i++)
        {
            if (!taken.Contains(Overrides.Field(i)) || Overrides.ToConfirmBy(c, c.Transfer.Overrides[i]) is not { } by) continue;
            var owed = Item("override_confirmation", Overrides.Field(i) + ".confirmed_at", Within.AWorkingDay);
            owed.Due = London.EndOf(by).ToTimestamp();
            owed.OverriddenBy = Overrides.Field(i);
            yield return owed;
        }
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

    private Owed Due(Within within)
    {
        var (unit, length) = InArea(within);
        return new()
        {
            Unit = unit,
            Within = (uint)length,
            Due = (unit == Unit.ElapsedHours
                ? c.Context.At.AddHours(length)
                : London.EndOf(WorkingDays.Add(London.DayOf(c.Context.At), length, c.Transfer.From?.Country ?? default))).ToTimestamp(),
        };
    }

    // Each of the three is a setting of the sender's area (some use other days for papers).
    private (Unit, int) InArea(Within within)
    {
        if ((ClockOf(within.Clock, c.Transfer.From?.AreaGss ?? "") ?? ClockOf(within.Clock, "")) is not { } clock) return (within.Unit, within.Length);
        return (clock.Unit == ClockUnit.ElapsedHours ? Unit.ElapsedHours : Unit.WorkingDays, (int)Math.Min(clock.Length, LongestWait));
    }

    private Settings.Types.Clock? ClockOf(string name, string area)
    {
        foreach (var clock in c.Context.Settings.Clocks)
            if (clock.Name == name && clock.AreaGss == area && clock.Length > 0 && clock.Unit != ClockUnit.Unspecified) return clock;
        return null;
    }
}
