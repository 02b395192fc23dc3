namespace InfoSharing.Local.Containers;

/// <summary>Where the volumes of the containers are mounted while they are filled. Each container is given its own and no other's.</summary>
/// <param name="Root">The folder that they are mounted in.</param>
internal sealed record Volumes(string Root)
{
    /// <summary>Where an agency's own volume is mounted in its container.</summary>
    internal const string InsideAgency = "/agency";

    /// <summary>Where the broker's and the database's are mounted in theirs.</summary>
    internal const string InsideServer = "/secrets";

    /// <summary>The development network, officers' keys and all: only what fills the others sees it.</summary>
    internal string Network => Path.Combine(Root, "network");

    /// <summary>The broker's.</summary>
    internal string Broker => Path.Combine(Root, "broker");

    /// <summary>The database's.</summary>
    internal string Database => Path.Combine(Root, "database");

    /// <summary>The agencies' passwords on the broker, for whoever prepares it.</summary>
    internal string BrokerPasswords => Path.Combine(Root, "passwords", "broker");

    /// <summary>The agencies' passwords on the database, for whoever prepares it.</summary>
    internal string DatabasePasswords => Path.Combine(Root, "passwords", "database");

    /// <summary>What callers on the machine itself need: network.json, the tokens and the authority.</summary>
    internal string Callers => Path.Combine(Root, "callers");

    /// <summary>An agency's.</summary>
    internal string Agency(string agency) => Path.Combine(Root, agency);
}
