using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Grpc.Net.Client.Retry;

namespace InfoSharing.Tests.Rpc;

public class RetryRuleTests
{
    private static readonly RetryPolicy Policy = new()
    {
        MaxAttempts = 9,
        InitialBackoff = TimeSpan.FromSeconds(1),
        MaxBackoff = TimeSpan.FromSeconds(5),
        BackoffMultiplier = 2,
        RetryableStatusCodes = { StatusCode.Unavailable },
    };

    [Theory]
    [InlineData(1, 0.5, 1)]
    [InlineData(2, 0.5, 2)]
    [InlineData(3, 0.5, 4)]
    [InlineData(4, 0.5, 5)]
    [InlineData(100, 0.5, 5)]
    [InlineData(1, 0, 0.8)]
    [InlineData(3, 1, 4.8)]
    public void Wait_grows_by_the_multiplier_up_to_the_longest_give_or_take_a_fifth(int failures, double random, double seconds) =>
        new RetryRule(Policy, cap: null).Backoff(failures, random).TotalSeconds.ShouldBe(seconds, 1e-6);

    [Fact]
    public void Channel_caps_the_attempts()
    {
        new RetryRule(Policy, cap: 5).MaxAttempts.ShouldBe(5);
        new RetryRule(Policy, cap: null).MaxAttempts.ShouldBe(9);
    }

    [Fact]
    public void Push_back_of_the_server_starts_the_waits_anew()
    {
        var attempts = new RetryAttempts(new RetryRule(Policy, cap: null), throttle: null);
        attempts.Next(StatusCode.Unavailable, null)!.Value.TotalSeconds.ShouldBeInRange(0.8, 1.2);
        attempts.Next(StatusCode.Unavailable, null)!.Value.TotalSeconds.ShouldBeInRange(1.6, 2.4);
        attempts.Next(StatusCode.Unavailable, "70").ShouldBe(TimeSpan.FromMilliseconds(70));
        attempts.Next(StatusCode.Unavailable, null)!.Value.TotalSeconds.ShouldBeInRange(0.8, 1.2);
        attempts.Next(StatusCode.Internal, "70").ShouldBeNull();
        attempts.Failed.ShouldBe(5);
    }
}
