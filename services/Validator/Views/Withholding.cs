using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Views;

/// <summary>What each recipient's view leaves out, for the sender's report.</summary>
internal static class Withholding
{
    internal static IEnumerable<Withheld> From(Case c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return [];
    }
}
