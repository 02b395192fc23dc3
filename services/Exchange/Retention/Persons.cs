using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Identity;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using Capacity = InfoSharing.V1.CustodyRecord.Types.Capacity;

namespace InfoSharing.Exchange.Retention;

/// <summary>Who acts, in what capacity, and whether they said what must be said. A person speaks for themselves; a system names the person for whom it speaks.</summary>
internal static class Persons
{
    /// <summary>The person.</summary>
    /// <exception cref="ActNotAllowedException">A system named nobody.</exception>
    internal static Who Of(Who? named, Caller caller)
    {
        if (caller.Role != Roles.System) return new() { Name = caller.Name, Role = caller.Role, Org = caller.Agency };
        return string.IsNullOrWhiteSpace(named?.Name) || string.IsNullOrWhiteSpace(named.Role) ? throw new ActNotAllowedException(Nos.NoName) : named;
    }

    /// <summary>The capacity.</summary>
    /// <exception cref="ActNotAllowedException">None was said, or not the person's own.</exception>
    internal static Capacity CapacityOf(Capacity said, Caller caller)
    {
        var own = caller.Role switch { Roles.Manager => Capacity.Manager, Roles.Governance => Capacity.InformationGovernanceLead, _ => Capacity.Unspecified };
        if (own == Capacity.Unspecified) return said is Capacity.Manager or Capacity.InformationGovernanceLead ? said : throw new ActNotAllowedException(Nos.NoCapacity);
        return said == Capacity.Unspecified || said == own ? own : throw new ActNotAllowedException(Nos.NoCapacity);
    }

    /// <summary>The words.</summary>
    /// <exception cref="ActNotAllowedException">They are blank.</exception>
    internal static Text Words(Text? said) => said.IsBlank() ? throw new ActNotAllowedException(Nos.NoWords) : said!;

    /// <summary>The last second of a day to come, in London; null for no day.</summary>
    /// <exception cref="ActNotAllowedException">It is no day, or has passed.</exception>
    internal static DateTimeOffset? EndOf(string day, DateTimeOffset now)
    {
        if (day.Length == 0) return null;
        return Written.Day(day) is { } read && read >= London.DayOf(now) ? London.EndOf(read) : throw new ActNotAllowedException(Nos.DayPassed);
    }
}
