using Google.Protobuf.Collections;
using InfoSharing.V1;

namespace InfoSharing.Directories;

/// <summary>Lays settings over each other. Whoever reads settings takes the first entry that fits, so each may stand once only.</summary>
internal static class SettingsLayers
{
    /// <summary>One layer of settings from several, the wider first.</summary>
    internal static Settings Merge(IReadOnlyList<DirectorySettings> widerFirst)
    {
        var merged = new Settings();
        foreach (var layer in widerFirst.Where(layer => layer.Settings is not null)) merged.MergeFrom(layer.Settings);
        KeepLast(merged.Risen, one => one.RuleId);
        KeepLast(merged.Off, one => (one.ListEntry, one.AgencyKind));
        KeepLast(merged.Thresholds, one => (one.RuleId, one.Name));
        KeepLast(merged.Clocks, one => (one.AreaGss, one.Name));
        KeepLast(merged.Basis, one => (one.Kind, one.Threshold));
        return merged;
    }

    private static void KeepLast<T, TKey>(RepeatedField<T> entries, Func<T, TKey> key)
    {
        var kept = entries.Reverse().DistinctBy(key).Reverse().ToList();
        entries.Clear();
        entries.AddRange(kept);
    }
}
