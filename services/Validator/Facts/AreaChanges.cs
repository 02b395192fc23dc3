using InfoSharing.Validator.Codes;

namespace InfoSharing.Validator.Facts;

/// <summary>The changes of area of a family: earlier areas in the order of their dates, then the move of this transfer (IS-915).</summary>
internal sealed class AreaChanges
{
    private readonly HashSet<string> _areas = [];

    /// <param name="transfer">The transfer.</param>
    /// <param name="since">Changes on or after this day count. One to come counts too: it is the reason for the transfer.</param>
    internal AreaChanges(Transfer transfer, DateOnly since)
    {
        var stays = StaysOf(transfer);
        for (var i = 1; i < stays.Count; i++)
        {
            var (before, after) = (stays[i - 1], stays[i]);
            if (before.Area == after.Area) continue;
            if ((after.From ?? before.To) is not { } day) Undated++;
            else if (day >= since)
            {
                Count++;
                _areas.Add(before.Area);
                _areas.Add(after.Area);
            }
        }
    }

    /// <summary>How many, of those with a date.</summary>
    internal int Count { get; }

    /// <summary>How many have no date.</summary>
    internal int Undated { get; }

    /// <summary>How many areas take part in those counted.</summary>
    internal int Areas => _areas.Count;

    /// <summary>The area as one key: an authority's former code is the same authority; abroad, the country.</summary>
    internal static string KeyOf(string gss, Party.Types.Country country) =>
        ChildrensServicesAuthorities.FindByGss(gss)?.Gss ?? (gss.IsBlank() ? country.ToString() : gss);

    private static List<Stay> StaysOf(Transfer transfer)
    {
        var stays = transfer.Moves
            .Select(area => (Stay: new Stay(KeyOf(area.AreaGss, area.Country), Days.Parse(area.From), Days.Parse(area.To)), Id: area.Item?.Id ?? ""))
            .OrderBy(one => one.Stay.From ?? one.Stay.To ?? DateOnly.MaxValue)
            .ThenBy(one => one.Stay.To ?? DateOnly.MaxValue)
            .ThenBy(one => one.Id, StringComparer.Ordinal)
            .Select(one => one.Stay)
            .ToList();
        // A sender who is left out of the list holds the case all the same: the family came there before it moves on.
        if (transfer.From is { } sender && KeyOf(sender.AreaGss, sender.Country) is var ours && !sender.AreaGss.IsBlank() && stays.TrueForAll(stay => stay.Area != ours))
            stays.Add(new(ours, null, null));
        if (transfer.Lead is { } lead)
            stays.Add(new(lead.AreaUnknown ? "unknown" : KeyOf(lead.AreaGss, lead.Country), Days.Parse(transfer.Move?.Date ?? ""), null));
        return stays;
    }

    private readonly record struct Stay(string Area, DateOnly? From, DateOnly? To);
}
