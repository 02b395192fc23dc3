namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>What travels on the bus: sealed bytes and nothing else. The name is part of the wire contract.</summary>
/// <param name="Body">The sealed parcel.</param>
public sealed record SealedParcel(byte[] Body);
