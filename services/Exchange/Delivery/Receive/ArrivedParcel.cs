using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery.Receive;

/// <summary>A parcel that was opened.</summary>
/// <param name="Parcel">What it holds.</param>
/// <param name="Proof">Its sender's signature over the root.</param>
/// <param name="OpenedAt">When it was opened (step 8).</param>
internal sealed record ArrivedParcel(Parcel Parcel, RootProof Proof, DateTimeOffset OpenedAt);
