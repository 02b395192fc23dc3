using Setting = InfoSharing.V1.Settings.Types.Basis;

namespace InfoSharing.Validator.Facts;

/// <summary>
/// The basis in law after the agency's signed setting was applied: the basis is the organisation's decision, and a
/// practitioner asked for the number of an article picks the first one in the list. What is written in the file stands.
/// </summary>
internal static class LawfulBasisInForce
{
    /// <summary>The basis of a transfer; blank fields filled from the setting for its kind and threshold.</summary>
    internal static LawfulBasis Of(Transfer transfer, Settings settings)
    {
        var written = transfer.LawfulBasis ?? new LawfulBasis();
        if (SettingFor(transfer, settings) is not { } setting) return written;
        var filled = written.Clone();
        if (filled.Basis == default) filled.Basis = (LawfulBasis.Types.Basis)Number("Basis", setting.Basis_);
        if (filled.Article9Condition.IsBlank()) filled.Article9Condition = setting.Article9Condition;
        if (filled.Article10Ground.IsBlank()) filled.Article10Ground = setting.Article10Ground;
        if (filled.Confidentiality == default) filled.Confidentiality = (LawfulBasis.Types.Confidentiality)Number("Confidentiality", setting.Confidentiality);
        if (!filled.Equals(written)) filled.FromSetting = true;
        return filled;
    }

    // The setting of the case's own threshold goes before the one for any threshold.
    private static Setting? SettingFor(Transfer transfer, Settings settings)
    {
        var threshold = ThresholdOf(transfer);
        Setting? forAny = null;
        foreach (var setting in settings.Basis)
        {
            if (setting.Kind != transfer.Kind) continue;
            if (setting.Threshold.IsBlank()) forAny ??= setting;
            else if (setting.Threshold.Equals(threshold, StringComparison.OrdinalIgnoreCase)) return setting;
        }
        return forAny;
    }

    // The threshold that was decided last, in the area's own words.
    private static string ThresholdOf(Transfer transfer) => transfer.Decisions
        .Where(decision => !decision.Threshold.IsBlank())
        .OrderBy(decision => decision.MadeAt?.Seconds ?? long.MinValue)
        .ThenBy(decision => decision.Item?.Id ?? "", StringComparer.Ordinal)
        .LastOrDefault()?.Threshold ?? "";

    private static int Number(string type, string code) =>
        LawfulBasis.Descriptor.EnumTypes.First(one => one.Name == type).FindValueByName(code)?.Number ?? 0;
}
