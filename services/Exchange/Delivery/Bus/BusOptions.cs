using InfoSharing.Exchange.Delivery.Bus.Rabbit;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>What carries parcels. Section "Bus". All but the transport is for RabbitMq.</summary>
internal sealed class BusOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Bus";

    /// <summary>None, InMemory or RabbitMq. Default None: an agency alone holds what it cannot send.</summary>
    public BusTransport Transport { get; set; } = BusTransport.None;

    /// <summary>amqps://host[:port]/virtual-host, without user and password; amqp:// on loopback alone. No default.</summary>
    public string Address { get; set; } = "";

    /// <summary>The broker's user. Blank: the agency's id, as broker prepare names its users.</summary>
    public string User { get; set; } = "";

    /// <summary>The file with that user's password, readable by its owner alone; read again at each connecting. No default.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>The authority, as PEM, that must have issued the broker's certificate. Blank: one that this machine trusts.</summary>
    public string AuthorityFile { get; set; } = "";

    /// <summary>The certificate, as PEM, that is shown to the broker. Blank: none.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>Its key, as PEM; blank where the certificate's file holds it.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>How many parcels a lane may bring before the first of them is acknowledged, 1 to 64. Default 8.</summary>
    public int Prefetch { get; set; } = 8;

    /// <summary>Seconds that a parcel waits, when the ledger is down, before it goes back to its queue; 1 to 60. Default 5.</summary>
    public int LedgerPauseSeconds { get; set; } = 5;

    /// <summary>Seconds that connecting waits at the longest before it is tried again, 1 to 300; the first time it waits one second, then twice as long each time. Default 5.</summary>
    public int ReconnectSeconds { get; set; } = 5;

    /// <summary>The broker's virtual host, from the address.</summary>
    internal string VirtualHost => Uri.UnescapeDataString(new Uri(Address).AbsolutePath.TrimStart('/')) is { Length: > 0 } named ? named : BrokerNames.DefaultVirtualHost;
}
