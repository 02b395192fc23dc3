using InfoSharing.Directories;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Exchange.Transfers;

/// <summary>What the rules may know beside a transfer: the instant, the signed settings and the directory in force.</summary>
internal sealed class Judgements(AgencyKeys us, DirectoryInForce directory)
{
    /// <summary>Our own settings.</summary>
    internal Settings Own => SettingsOf(us.Agency);

    /// <summary>The context of an instant, under our own settings.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="firstSentOn">London's day of the first Send at version 1; null for a transfer that has not been sent.</param>
    internal JudgingContext At(DateTimeOffset at, DateOnly? firstSentOn) =>
        new() { At = at, FirstSentOn = firstSentOn, Settings = Own, Agencies = directory.Current is { } current ? new Known(current) : null };

    /// <summary>An agency's settings; empty, the first release's, while no directory is in force.</summary>
    internal Settings SettingsOf(string agency) => directory.Current?.SettingsOf(agency) ?? new();

    private sealed class Known(AgencyDirectory directory) : IAgencies
    {
        public bool Has(string agency) => directory.Find(agency) is not null;
    }
}
