using InfoSharing.Directories;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Exchange.Transfers;

/// <summary>What the rules may know beside a transfer: the instant, the signed settings and the directory in force.</summary>
internal sealed class Judgements(AgencyKeys us, DirectoryInForce directory)
{
    /// <summary>The context of an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="firstSentOn">London's day of the first Send at version 1; null for a transfer that has not been sent.</param>
    internal JudgingContext At(DateTimeOffset at, DateOnly? firstSentOn)
    {
        var current = directory.Current;
        var context = new JudgingContext { At = at, FirstSentOn = firstSentOn, Agencies = current is null ? null : new Known(current) };
        return current is null ? context : context with { Settings = current.SettingsOf(us.Agency) };
    }

    private sealed class Known(AgencyDirectory directory) : IAgencies
    {
        public bool Has(string agency) => directory.Find(agency) is not null;
    }
}
