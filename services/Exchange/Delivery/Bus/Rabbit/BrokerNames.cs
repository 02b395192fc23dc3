using System.Text.RegularExpressions;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery.Bus.Rabbit;

/// <summary>
/// How things are called on the broker, and who may do what with them. Each agency has an exchange of its own, to which it alone writes, and a
/// queue for each lane, from which it alone reads; every exchange is bound to the others' queues, by the queue's name. So the exchange says who sent.
/// </summary>
public static class BrokerNames
{
    /// <summary>The virtual host where none is given.</summary>
    public const string DefaultVirtualHost = "infosharing";

    /// <summary>Matches no name: the right to make, change or remove something on the broker.</summary>
    public const string Nothing = "^$";

    private const string OutOf = ".out";

    /// <summary>The lanes, each a queue of its own.</summary>
    public static IReadOnlyList<Parcel.Types.Lane> Lanes { get; } = [Parcel.Types.Lane.AlertsAndAnswers, Parcel.Types.Lane.Transfers, Parcel.Types.Lane.Documents];

    /// <summary>The exchange of what an agency sends.</summary>
    public static string ExchangeOf(string agency) => agency + OutOf;

    /// <summary>The queue of what comes to an agency in a lane; also the routing key to it.</summary>
    public static string QueueOf(string agency, Parcel.Types.Lane lane) => $"{agency}.lane-{(int)lane}";

    /// <summary>The agency for which an exchange stands; for any other exchange its name, which is no agency's id.</summary>
    public static string SenderOf(string exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return exchange.EndsWith(OutOf, StringComparison.Ordinal) ? exchange[..^OutOf.Length] : $"exchange '{exchange}'";
    }

    /// <summary>What an agency may write to, as the broker's regular expression.</summary>
    public static string MayWrite(string agency) => $"^{Regex.Escape(ExchangeOf(agency))}$";

    /// <summary>What an agency may read from, as the broker's regular expression.</summary>
    public static string MayRead(string agency) => $"^{Regex.Escape(agency)}\\.lane-[1-{Lanes.Count}]$";
}
