namespace InfoSharing.Tests.SystemLane.Moving;

/// <summary>RabbitMQ and PostgreSQL, where a test needs them.</summary>
internal static class Servers
{
    private const string Missing = "RabbitMQ or PostgreSQL is not installed: install both (on Debian: apt-get install rabbitmq-server postgresql), then run this again.";

    /// <summary>Ends the test where they are not: skipped on somebody's own machine, failed in CI.</summary>
    internal static void Need()
    {
        if (File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server") && Directory.Exists("/usr/lib/postgresql")) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Missing);
        Assert.Skip(Missing);
    }
}
