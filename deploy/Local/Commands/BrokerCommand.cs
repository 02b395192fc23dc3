using System.CommandLine;

namespace InfoSharing.Local.Commands;

/// <summary><c>broker</c>: what the administrator of a broker does.</summary>
internal static class BrokerCommand
{
    internal static Command Create() => new("broker", "Prepares RabbitMQ for the agencies of a directory.") { BrokerPrepareCommand.Create() };
}
