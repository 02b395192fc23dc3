using InfoSharing.Validator.Facts;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Validator.Views;

/// <summary>One agency that a transfer goes to, and on what terms.</summary>
/// <param name="Agency">The agency's id.</param>
/// <param name="Kind">What it does.</param>
/// <param name="IsLead">True for the lead; everybody else has a copy.</param>
/// <param name="IsNamed">True where the copy was named for LOCATION, with a reason.</param>
/// <param name="Supervises">True where the copy goes to the agency that supervises a person causing harm.</param>
internal sealed record Recipient(string Agency, AgencyKind Kind, bool IsLead, bool IsNamed, bool Supervises)
{
    /// <summary>True for the two kinds that get neither LOCATION nor intelligence nor the staff to keep it from, whatever they are named for.</summary>
    internal bool IsNeverTold => Kind is AgencyKind.DaSpecialist or AgencyKind.EducationSetting;

    /// <summary>True where IS-805 searches its copy.</summary>
    internal bool IsSearched => !IsLead && (!IsNamed || IsNeverTold);

    /// <summary>A recipient that the transfer does not list, as a missing-family alert has: a copy that nothing was named for.</summary>
    internal static Recipient Unlisted(Party party) => new(party.Agency, party.AgencyKind, false, false, false);

    /// <summary>The lead, then each agency with a copy. An agency with several copies gets what the narrowest of them allows.</summary>
    internal static List<Recipient> Of(Transfer transfer, Needles refuges)
    {
        var found = new List<Recipient>(1 + transfer.Copies.Count);
        if (transfer.Lead is { } lead) found.Add(new(lead.Agency, lead.AgencyKind, true, true, false));
        foreach (var copy in transfer.Copies)
        {
            var party = copy.Party ?? new();
            var one = new Recipient(party.Agency, party.AgencyKind, false, IsNamedFor(copy, refuges), !copy.Supervises.IsBlank());
            var same = found.FindIndex(other => other.Agency == one.Agency);
            if (same < 0) found.Add(one);
            else if (!found[same].IsLead) found[same] = Narrower(found[same], one);
        }
        return found;
    }

    // A reason that itself holds a refuge's address is blanked for everybody, and a copy without a reason is not named.
    private static bool IsNamedFor(Transfer.Types.Copy copy, Needles refuges) =>
        copy.LocationIncluded && !copy.LocationReason.IsBlank() && !refuges.Search(copy.LocationReason).In.HasFlag(Reach.Refuge);

    private static Recipient Narrower(Recipient one, Recipient other) => one with
    {
        Kind = one.IsNeverTold ? one.Kind : other.Kind,
        IsNamed = one.IsNamed && other.IsNamed,
        Supervises = one.Supervises || other.Supervises,
    };
}
