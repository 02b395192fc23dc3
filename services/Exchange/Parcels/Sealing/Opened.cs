using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>A parcel that was opened, or why it was not.</summary>
/// <param name="Parcel">The parcel; null where there is a fault.</param>
/// <param name="Fault">Why it was not opened; null where it was.</param>
/// <param name="Proof">The inner signature over the Merkle root, for proving one message alone; null where there is a fault.</param>
internal sealed record Opened(Parcel? Parcel, OpeningFault? Fault, RootProof? Proof)
{
    internal static Opened Not(OpeningFault fault) => new(null, fault, null);
}
