namespace InfoSharing.Tests.Component.Broker;

/// <summary>Whether this is ./test --long, where a broker may be out for as long as the tests like.</summary>
internal static class LongRun
{
    internal static bool Is { get; } = Environment.GetEnvironmentVariable("INFOSHARING_ROUNDS") is not null;
}
