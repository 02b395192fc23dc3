using InfoSharing.Directories;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Partners;

/// <summary>
/// The settings that a directory carries. What they may not say is refused when the directory comes into force: it is not followed, and every fault is said
/// together. The directory itself is taken: its keys and telephone numbers wait for no setting.
/// </summary>
internal static class SignedSettings
{
    /// <summary>Says what is wrong with them, a line for each layer that has a fault.</summary>
    internal static void Check(AgencyDirectory directory, ILogger log)
    {
        foreach (var layer in directory.Settings)
        {
            var faults = SettingsCheck.Of(layer.Settings ?? new(), RuleSets.Newest);
            if (faults.Count > 0) PartnersLog.SettingsRefused(log, WhoseOf(layer), directory.Number, string.Join(" ", faults.Select(fault => $"{fault.Field}: {fault.Words}")));
        }
    }

    private static string WhoseOf(DirectorySettings layer) => (layer.Agency, layer.AreaGss) switch
    {
        ({ Length: > 0 } agency, _) => agency,
        (_, { Length: > 0 } area) => area,
        _ => "everybody",
    };
}
