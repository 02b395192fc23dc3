using InfoSharing.Validator.Clocks;

namespace InfoSharing.Tests.Unit.Clocks;

public class LondonTests
{
    [Theory]
    [InlineData("2026-11-02T00:00:00Z", "2026-11-02")]
    [InlineData("2026-06-30T22:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T23:00:00Z", "2026-07-01")] // summer time: already the next day
    [InlineData("2026-12-31T23:59:59Z", "2026-12-31")]
    [InlineData("2026-03-28T23:30:00Z", "2026-03-28")] // the night before the clocks go forward
    [InlineData("2026-10-24T23:30:00Z", "2026-10-25")] // the night before they go back
    public void The_day_is_the_one_that_a_clock_in_London_shows(string instant, string day) =>
        London.DayOf(DateTimeOffset.Parse(instant)).ShouldBe(DateOnly.Parse(day));

    [Theory]
    [InlineData("2026-11-09", "2026-11-09T23:59:59Z")]
    [InlineData("2026-07-01", "2026-07-01T22:59:59Z")]
    [InlineData("2026-03-29", "2026-03-29T22:59:59Z")]
    [InlineData("2026-10-25", "2026-10-25T23:59:59Z")]
    public void A_day_ends_at_the_last_second_that_a_clock_in_London_shows(string day, string instant) =>
        London.EndOf(DateOnly.Parse(day)).ShouldBe(DateTimeOffset.Parse(instant));

    [Fact]
    public void It_agrees_with_the_time_zone_table_over_twenty_years()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone)) Assert.Skip("this machine has no time zone table to compare with");
        for (var instant = new DateTimeOffset(2015, 1, 1, 0, 30, 0, TimeSpan.Zero); instant.Year < 2036; instant = instant.AddHours(7))
            London.DayOf(instant).ShouldBe(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime), instant.ToString("O"));
    }
}
