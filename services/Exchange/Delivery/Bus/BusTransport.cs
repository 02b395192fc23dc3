namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>What carries parcels.</summary>
internal enum BusTransport
{
    /// <summary>Nothing: what is to be sent is held, and health says so.</summary>
    None,

    /// <summary>The in-memory bus that joins the agencies of one process.</summary>
    InMemory,

    /// <summary>RabbitMQ, as <c>infosharing broker prepare</c> has prepared it.</summary>
    RabbitMq,
}
