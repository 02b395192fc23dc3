using System.Globalization;

namespace InfoSharing.Cli.Wording;

/// <summary>Days as the contract and the command line write them.</summary>
internal static class Dates
{
    /// <summary>The day of 2026-11-02; null where it is none.</summary>
    internal static DateOnly? Read(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
