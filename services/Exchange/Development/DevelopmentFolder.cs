namespace InfoSharing.Exchange.Development;

/// <summary>Where things lie under the data folder.</summary>
/// <param name="Root">The data folder, as a full path.</param>
internal sealed record DevelopmentFolder(string Root)
{
    internal string MakingLock => Path.Combine(Root, "making.lock");

    internal string NetworkLock => Path.Combine(Root, "network.lock");

    internal string Network => Path.Combine(Root, "network.json");

    internal string Directory => Path.Combine(Root, "directory.p7");

    internal string Authority => Path.Combine(Root, "authority");

    /// <summary>An officer's key and certificate.</summary>
    internal string Officer(int number) => Path.Combine(Authority, $"officer-{number}.pem");

    /// <summary>An officer's certificate alone: what services pin.</summary>
    internal string OfficerCertificate(int number) => Path.Combine(Authority, $"officer-{number}.crt");

    internal string Agency(string agency) => Path.Combine(Root, agency);

    internal string Keys(string agency) => Path.Combine(Root, agency, "keys");

    internal string StorageKey(string agency) => Path.Combine(Keys(agency), "storage.key");

    internal string Ledger(string agency) => Path.Combine(Root, agency, "ledger");

    /// <summary>The token that a caller presents.</summary>
    internal string Token(string agency) => Path.Combine(Root, TokenWithin(agency));

    /// <summary>The token of one of the two people who operate an agency.</summary>
    internal string OperatorToken(string agency, string which) => Path.Combine(Root, agency, $"{which}-operator.token");

    /// <summary>The digests that the service knows tokens by.</summary>
    internal string Tokens(string agency) => Path.Combine(Root, agency, "tokens.json");

    /// <summary>The token's file relative to the data folder, as network.json gives it.</summary>
    internal static string TokenWithin(string agency) => $"{agency}/token";
}
