using System.Globalization;
using InfoSharing.Validator.Facts;

namespace InfoSharing.Tests.Unit.Facts;

public sealed class DaysTests
{
    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-10")]
    [InlineData("2026-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("2026-1-01")]
    [InlineData("2026/01/01")]
    [InlineData("+026-01-01")]
    [InlineData("2026-01-0a")]
    [InlineData(" 026-01-01")]
    [InlineData("٢٠٢٦-01-01")]
    [InlineData("2026-01-011")]
    [InlineData("")]
    public void What_is_no_day_is_none(string written) => Days.Parse(written).ShouldBeNull();

    [Fact]
    public void It_reads_what_the_library_reads_and_writes()
    {
        for (var day = new DateOnly(1896, 1, 1); day.Year < 2105; day = day.AddDays(1)) Days.Parse(Days.Write(day)).ShouldBe(day);
        var random = new Random(7);
        for (var i = 0; i < 50_000; i++)
        {
            var written = $"{random.Next(10_000):0000}-{random.Next(15):00}-{random.Next(34):00}";
            DateOnly? expected = DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            Days.Parse(written).ShouldBe(expected, written);
        }
    }
}
