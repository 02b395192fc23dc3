using InfoSharing.Cli.Wording;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Cli.Network;

/// <summary>Agencies and areas as people call them. Of an agency that this network does not hold, its id in words.</summary>
internal sealed class AgencyNames(IReadOnlyList<KnownAgency> agencies)
{
    /// <summary>"Leeds children's social care".</summary>
    internal string Of(string id) =>
        id.Length == 0 ? "nobody yet" : agencies.FirstOrDefault(one => one.Id == id)?.Name is { Length: > 0 } name ? name : Sentence.Capital(id.Replace('-', ' '));

    /// <summary>"Sandwell"; its code where we do not know it; "that area" where there is none.</summary>
    internal static string AreaOf(string gss) => gss.Length == 0 ? "that area" : ChildrensServicesAuthorities.FindByGss(gss)?.Name ?? gss;
}
