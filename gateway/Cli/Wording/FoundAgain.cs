using InfoSharing.V1;

namespace InfoSharing.Cli.Wording;

/// <summary>Values that no report may hold, found again in the transfer that is open here: the phrase of IS-705 and its alternative.</summary>
internal static class FoundAgain
{
    private static readonly Dictionary<string, string> Nothing = [];

    internal static Func<Finding, IReadOnlyDictionary<string, string>> In(Transfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return static _ => Nothing;
    }
}
