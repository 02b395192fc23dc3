using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>How the parcels that may be on their way to a recipient are shared out, so that no lane starves another.</summary>
internal static class Lanes
{
    /// <summary>The most parcels on their way to one recipient without a receipt.</summary>
    internal const int MostParcels = 32;

    /// <summary>A lane's share of them.</summary>
    internal static int ShareOf(Parcel.Types.Lane lane) => lane switch
    {
        Parcel.Types.Lane.AlertsAndAnswers => 16,
        Parcel.Types.Lane.Transfers => 12,
        Parcel.Types.Lane.Documents => 4,
        _ => 0,
    };

    /// <summary>A lane's name in metrics and spans.</summary>
    internal static string NameOf(Parcel.Types.Lane lane) => lane switch
    {
        Parcel.Types.Lane.AlertsAndAnswers => "alerts_and_answers",
        Parcel.Types.Lane.Transfers => "transfers",
        Parcel.Types.Lane.Documents => "documents",
        _ => "none",
    };
}
