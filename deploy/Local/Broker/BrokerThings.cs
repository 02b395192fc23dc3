using System.Text.Json;

namespace InfoSharing.Local.Broker;

/// <summary>A virtual host, exchange or anything else that has a name.</summary>
internal sealed record NamedThing(string Name);

/// <summary>A user. The hash is the broker's: four bytes of salt, and SHA-256 over them and the password.</summary>
internal sealed record BrokerUser(string Name, string? PasswordHash);

/// <summary>What a user may do in a virtual host, as regular expressions over names.</summary>
internal sealed record BrokerRights(string User, string Configure, string Write, string Read);

/// <summary>A queue.</summary>
internal sealed record BrokerQueue(string Name, string? Type, Dictionary<string, JsonElement>? Arguments, long? Messages);

/// <summary>An exchange bound to a queue by a key.</summary>
internal sealed record BrokerBinding(string Source, string Destination, string RoutingKey);
