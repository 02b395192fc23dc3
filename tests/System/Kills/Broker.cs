namespace InfoSharing.Tests.SystemLane.Kills;

/// <summary>RabbitMQ, where a test needs one.</summary>
internal static class Broker
{
    private const string Missing = "RabbitMQ is not installed: install it (on Debian: apt-get install rabbitmq-server), then run this again.";

    /// <summary>Ends the test where there is none: skipped on somebody's own machine, failed in CI.</summary>
    internal static void Need()
    {
        if (File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server")) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Missing);
        Assert.Skip(Missing);
    }
}
