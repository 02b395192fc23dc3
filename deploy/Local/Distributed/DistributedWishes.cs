using InfoSharing.Exchange.Development;

namespace InfoSharing.Local.Distributed;

/// <summary>What a distributed network may be started with: how many processes an agency has, and settings over its own.</summary>
internal sealed class DistributedWishes
{
    internal const int MostReplicas = 8;
    private readonly Dictionary<string, int> _replicas = [];
    private readonly List<(string? Agency, string Name, string Value)> _settings = [];
    private int _ofAll = 1;

    /// <summary>All processes together.</summary>
    internal int Processes => DevelopmentNetwork.Agencies.Sum(agency => ReplicasOf(agency.Id));

    /// <summary>The most that any agency has: so often the ports of all agencies follow each other.</summary>
    internal int MostOfAny => DevelopmentNetwork.Agencies.Max(agency => ReplicasOf(agency.Id));

    /// <summary>How many processes an agency has.</summary>
    internal int ReplicasOf(string agency) => _replicas.GetValueOrDefault(agency, _ofAll);

    /// <summary>The settings of an agency's processes, as they are typed.</summary>
    internal IEnumerable<string> SettingsOf(string agency) => _settings.Where(one => one.Agency is null || one.Agency == agency).SelectMany(one => new[] { $"--{one.Name}", one.Value });

    /// <summary>Takes "2", for every agency, or "leeds-social-care=2"; null, or what is wrong with it.</summary>
    internal string? TakeReplicas(string typed)
    {
        var (agency, count) = typed.Split('=', 2) is [var named, var number] ? (named, number) : (null, typed);
        if (agency is not null && !IsAgency(agency)) return $"--replicas names {agency}, and there is no such agency.";
        if (!int.TryParse(count, out var replicas) || replicas is < 1 or > MostReplicas) return $"--replicas takes 1 to {MostReplicas} processes: 2 for every agency, or leeds-social-care=2 for one.";
        if (agency is null) _ofAll = replicas;
        else _replicas[agency] = replicas;
        return null;
    }

    /// <summary>Takes "Delivery:LookSeconds=1", for every agency, or "leeds-social-care:Delivery:LookSeconds=1"; null, or what is wrong with it.</summary>
    internal string? TakeSetting(string typed)
    {
        if (typed.Split('=', 2) is not [var name, var value] || !name.Contains(':', StringComparison.Ordinal)) return "--set takes Section:Name=value for every agency, or leeds-social-care:Section:Name=value for one.";
        var first = name[..name.IndexOf(':', StringComparison.Ordinal)];
        _settings.Add(IsAgency(first) ? (first, name[(first.Length + 1)..], value) : (null, name, value));
        return null;
    }

    private static bool IsAgency(string id) => DevelopmentNetwork.Agencies.Any(agency => agency.Id == id);
}
