using System.Collections;
using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Facts;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;
using Share = InfoSharing.V1.Handling.Types.ShareWithFamily;

namespace InfoSharing.Validator.Views;

/// <summary>What of a conference pack must not reach the family (IS-817).</summary>
internal static class PackContents
{
    // Whoever reads a pack is told no more of a place than an agency that is told nothing of it.
    private static readonly Party Family = new() { AgencyKind = Party.Types.AgencyKind.DaSpecialist };

    /// <summary>Each item that must come out, by its position in the pack, with what it would give away: a class, a part of a place, or the section that it stands in.</summary>
    internal static IEnumerable<(int Index, string What)> UnsafeIn(ConferencePack pack, Transfer transfer)
    {
        var plan = new WithholdingPlan(transfer, Family);
        var cuts = plan.For(plan.Recipients[^1]);
        var items = new Dictionary<string, (string Section, Handling? Handling)>();
        Gather(transfer, "", items);
        for (var i = 0; i < pack.Items.Count; i++)
            if (WhatOf(pack, pack.Items[i], items, cuts) is { } what) yield return (i, what);
    }

    private static string? WhatOf(ConferencePack pack, string id, Dictionary<string, (string Section, Handling? Handling)> items, List<Cut> cuts)
    {
        // What is not in the transfer cannot be known to be safe.
        if (!items.TryGetValue(id, out var item)) return "UNKNOWN_ITEM";
        if (item.Handling?.DataClass is { } one and not (DataClass.Unspecified or DataClass.Ordinary)) return Code.Of(one);
        foreach (var cut in cuts)
            if (IsOf(cut.Place, id) || IsSection(cut.Place, item.Section)) return cut.Of == Part.NONE ? "LOCATION" : cut.Of.ToString().Split(", ")[0];
        return MayBeGiven(item.Handling, pack) ? null : item.Section.ToUpperInvariant();
    }

    // Blank is NO.
    private static bool MayBeGiven(Handling? handling, ConferencePack pack) => handling?.ShareWithFamily switch
    {
        Share.Yes => true,
        Share.NotWith => handling.NotWith.Count > 0 && !handling.NotWith.Any(pack.GivenTo.Contains),
        _ => false,
    };

    private static bool IsOf(Place? place, string id)
    {
        for (; place is not null; place = place.Above)
            if (place.Id == id) return true;
        return false;
    }

    private static bool IsSection(Place place, string section) => place.Above is null && place.Index < 0 && place.Member.Name == section;

    private static void Gather(IMessage holder, string section, Dictionary<string, (string Section, Handling? Handling)> items)
    {
        foreach (var member in Shape.Of(holder.Descriptor).Members)
        {
            if (!member.IsMessage || member.IsText) continue;
            var name = section.Length == 0 ? member.Name : section;
            switch (member.Get(holder))
            {
                case IMessage one: Add(one, name, items); break;
                case IList many:
                    foreach (IMessage one in many) Add(one, name, items);
                    break;
            }
        }
    }

    private static void Add(IMessage one, string section, Dictionary<string, (string Section, Handling? Handling)> items)
    {
        var shape = ViewShape.Of(one.Descriptor);
        if (shape.IdOf(one) is { Length: > 0 } id) items.TryAdd(id, (section, shape.HandlingOf(one)));
        if (one is not Item) Gather(one, section, items);
    }
}
