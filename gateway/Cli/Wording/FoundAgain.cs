using System.Globalization;
using InfoSharing.V1;
using InfoSharing.Validator.Language;

namespace InfoSharing.Cli.Wording;

/// <summary>Values that no report may hold, found again in the transfer that is open here: the phrase of IS-705 and its alternative.</summary>
internal static class FoundAgain
{
    internal static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    internal static Func<Finding, IReadOnlyDictionary<string, string>> In(Transfer transfer) => finding =>
    {
        if (!finding.Params.TryGetValue("entry", out var written) || !int.TryParse(written, CultureInfo.InvariantCulture, out var number)) return Nothing;
        if (LanguageList.FindAgain(transfer, finding.Field, number) is not { } found) return Nothing;
        return new Dictionary<string, string>
        {
            ["phrase"] = found.Text.Text_.Substring(found.Hit.Start, found.Hit.Length),
            ["alternative"] = found.Hit.Entry.Alternative,
        };
    };
}
