using Grpc.Core;

namespace InfoSharing.Client;

/// <summary>A call that nobody answered, and that is made again.</summary>
/// <param name="Method">The method: "Send".</param>
/// <param name="Attempt">Which attempt it is: 2 is the first after the call itself.</param>
/// <param name="After">How long it waits.</param>
/// <param name="Because">How the last one ended.</param>
public sealed record FurtherAttempt(string Method, int Attempt, TimeSpan After, StatusCode Because);
