using Grpc.Wire;

namespace InfoSharing.Tests.Rpc;

public class TimeoutHeaderTests
{
    [Theory]
    [InlineData("1H", 3_600_000)]
    [InlineData("2M", 120_000)]
    [InlineData("3S", 3_000)]
    [InlineData("99999999m", 99_999_999)]
    [InlineData("5000u", 5)]
    [InlineData("7000000n", 7)]
    public void Timeout_is_read(string header, double milliseconds)
    {
        TimeoutHeader.TryParse(header, out var timeout).ShouldBeTrue();
        timeout.TotalMilliseconds.ShouldBe(milliseconds);
    }

    [Fact]
    public void Nanosecond_is_not_none()
    {
        TimeoutHeader.TryParse("1n", out var timeout).ShouldBeTrue();
        timeout.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("5")]
    [InlineData("0S")]
    [InlineData("-1S")]
    [InlineData("+1S")]
    [InlineData(" 1S")]
    [InlineData("1 S")]
    [InlineData("1.5S")]
    [InlineData("5s")]
    [InlineData("100000000S")]
    public void Malformed_timeout_is_refused(string? header) => TimeoutHeader.TryParse(header, out _).ShouldBeFalse();

    [Theory]
    [InlineData(1, "1m")]
    [InlineData(4990, "4990m")]
    [InlineData(99_999_999, "99999999m")]
    [InlineData(100_000_000, "100000S")]
    [InlineData(100_000_001, "100001S")]
    public void Timeout_is_written_in_at_most_eight_digits_rounded_up(long milliseconds, string header) =>
        TimeoutHeader.Format(TimeSpan.FromMilliseconds(milliseconds)).ShouldBe(header);

    [Fact]
    public void Part_of_a_millisecond_rounds_up() => TimeoutHeader.Format(TimeSpan.FromTicks(1)).ShouldBe("1m");

    [Fact]
    public void Time_beyond_eight_digits_of_hours_is_cut_to_them()
    {
        TimeoutHeader.Format(TimeSpan.MaxValue).ShouldBe("99999999H");
        TimeoutHeader.TryParse("99999999H", out var read).ShouldBeTrue();
        read.TotalHours.ShouldBe(99_999_999);
    }
}
