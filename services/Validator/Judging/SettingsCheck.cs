using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Language;

namespace InfoSharing.Validator.Judging;

/// <summary>
/// Whether signed settings say only what they may: they turn a rule up, move a threshold within its bounds, and turn an entry of
/// the language list off. No setting lowers a rule or touches a safety rule. What is not allowed is not followed, and is named here.
/// </summary>
public static class SettingsCheck
{
    /// <summary>Every fault at once; empty where there is none.</summary>
    public static IReadOnlyList<SettingFault> Of(Settings settings, RuleSet set)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(set);
        return [.. Risen(settings, set), .. Thresholds(settings), .. Off(settings), .. NewDuty(settings)];
    }

    private static IEnumerable<SettingFault> Risen(Settings settings, RuleSet set)
    {
        for (var i = 0; i < settings.Risen.Count; i++)
        {
            var one = settings.Risen[i];
            var field = $"risen[{i}]";
            if (set.Find(one.RuleId) is not { } rule) yield return new(field, $"There is no rule {one.RuleId}. Name one of this rule set, {set.Version}.");
            else if (!rule.Card.MayRise) yield return new(field, $"{one.RuleId} may not be turned up: its own text promises that the transfer goes, or it refuses already. Take it out.");
            if (Days.Parse(one.From) is null) yield return new(field, "Say from which day it is turned up, as YYYY-MM-DD.");
        }
    }

    private static IEnumerable<SettingFault> Thresholds(Settings settings)
    {
        for (var i = 0; i < settings.Thresholds.Count; i++)
        {
            var one = settings.Thresholds[i];
            var field = $"thresholds[{i}]";
            if (ProductSettings.Find(one.RuleId, one.Name) is not { } known)
                yield return new(field, $"{one.RuleId} has no threshold \"{one.Name}\" that a setting may move. docs/rules/settings.md lists those that it may.");
            else if (!known.Allows(one.Value))
                yield return new(field, $"{one.RuleId} \"{one.Name}\" may be {known.Lowest} to {known.Highest}: another value would silence the rule, or fire it on everybody. {known.FirstRelease} is used.");
        }
    }

    private static IEnumerable<SettingFault> Off(Settings settings)
    {
        for (var i = 0; i < settings.Off.Count; i++)
            if (LanguageEntries.All.All(entry => entry.Number != settings.Off[i].ListEntry))
                yield return new($"off[{i}]", $"The language list has no entry {settings.Off[i].ListEntry}. Name one of its {LanguageEntries.All.Count}.");
    }

    private static IEnumerable<SettingFault> NewDuty(Settings settings)
    {
        if (!settings.S16LaInForceFrom.IsBlank() && Days.Parse(settings.S16LaInForceFrom) is null)
            yield return new("s16la_in_force_from", "Write the day from which the duty is in force as YYYY-MM-DD, or leave it blank: not in force yet.");
    }
}
