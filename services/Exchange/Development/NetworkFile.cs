using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfoSharing.Exchange.Development;

/// <summary>network.json: who is where, for whoever calls the agencies.</summary>
internal static class NetworkFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The addresses in the file, by agency; none where there is no such file.</summary>
    internal static IReadOnlyDictionary<string, string> Addresses(string file)
    {
        if (!File.Exists(file)) return new Dictionary<string, string>();
        try
        {
            return (JsonSerializer.Deserialize<Whole>(File.ReadAllBytes(file), Form)?.Agencies ?? []).ToDictionary(agency => agency.Id, agency => agency.Address);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            return new Dictionary<string, string>(); // somebody's edit: it is written again from what we know
        }
    }

    /// <summary>Writes it.</summary>
    internal static void Write(string file, IReadOnlyDictionary<string, string> addresses, string? authorityFile = null) => PrivateFiles.Write(file, JsonSerializer.SerializeToUtf8Bytes(
        new Whole([.. DevelopmentAgencies.All.Select(agency => new Agency(agency.Id, agency.Name, KindName(agency), agency.AreaGss, addresses[agency.Id], DevelopmentFolder.TokenWithin(agency.Id), authorityFile))]), Form));

    private static string KindName(DevelopmentAgency agency) =>
        V1.Party.Descriptor.EnumTypes.Single(one => one.Name == nameof(V1.Party.Types.AgencyKind)).FindValueByNumber((int)agency.Kind).Name;

    private sealed record Whole([property: JsonRequired] IReadOnlyList<Agency> Agencies);

    private sealed record Agency(string Id, string Name, string Kind, string AreaGss, string Address, string TokenFile, string? AuthorityFile = null);
}
