namespace InfoSharing.Local.Distributed;

/// <summary>The servers that an agency's processes use, and the files of its passwords on them.</summary>
/// <param name="Broker">The broker.</param>
/// <param name="BrokerPasswordFile">Its password there.</param>
/// <param name="Ledger">The database of its ledger, without the password.</param>
/// <param name="LedgerPasswordFile">Its password there.</param>
internal sealed record AgencyServers(Uri Broker, string BrokerPasswordFile, string Ledger, string LedgerPasswordFile);
