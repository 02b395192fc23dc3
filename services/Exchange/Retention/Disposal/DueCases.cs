using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Retention.Schedule;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Exchange.Retention.Disposal;

/// <summary>What the schedule needs of a case, out of what a list knows of it.</summary>
internal static class DueCases
{
    /// <summary>The facts; null where nothing is left of it.</summary>
    internal static RetentionFacts? Facts(ListedTransfer listed, string us)
    {
        if (listed.Summary.Open() is not { Length: > 0 } summary) return null;
        var known = ListReply.Types.Entry.Parser.ParseFrom(summary);
        return new(known.Kind is Kind.Notification or Kind.MissingFamilyAlert, Journeys.StateOf(listed.State), known.From == us, known.Lead == us, London.DayOf(listed.ChangedAt));
    }

    /// <summary>True where somebody in it is under 18 on a day, or of a child the age is not known.</summary>
    internal static bool IsAboutUnder18(Transfer transfer, DateOnly today) =>
        transfer.Persons.Any(person => DateOnly.TryParse(person.DateOfBirth, out var born) ? born.AddYears(18) > today : person.Roles.Any(role => role is Role.Child or Role.Unborn));
}
