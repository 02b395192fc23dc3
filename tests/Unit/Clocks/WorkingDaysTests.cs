using InfoSharing.Validator.Clocks;
using Country = InfoSharing.V1.Party.Types.Country;

namespace InfoSharing.Tests.Unit.Clocks;

public class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-02", 1, Country.Eng, "2026-11-03")]
    [InlineData("2026-10-30", 1, Country.Eng, "2026-11-02")] // over a weekend
    [InlineData("2026-11-02", 5, Country.Eng, "2026-11-09")]
    [InlineData("2026-12-24", 1, Country.Eng, "2026-12-29")] // Boxing Day on a Saturday is kept on Monday the 28th
    [InlineData("2026-04-02", 1, Country.Eng, "2026-04-07")] // Good Friday and Easter Monday
    [InlineData("2026-04-02", 1, Country.Sct, "2026-04-06")] // Scotland works on Easter Monday
    [InlineData("2026-12-31", 1, Country.Sct, "2027-01-05")] // and not on 2 January, kept on Monday the 4th
    [InlineData("2026-07-10", 1, Country.Nir, "2026-07-14")] // 12 July on a Sunday is kept on Monday
    [InlineData("2026-11-07", 0, Country.Eng, "2026-11-07")]
    public void Weekends_and_the_countrys_bank_holidays_do_not_count(string start, int count, Country country, string end) =>
        WorkingDays.Add(DateOnly.Parse(start), count, country).ShouldBe(DateOnly.Parse(end));

    [Fact]
    public void The_bank_holidays_of_England_and_Wales_are_those_that_the_government_published()
    {
        // gov.uk/bank-holidays, England and Wales.
        string[] published =
        [
            "2021-01-01", "2021-04-02", "2021-04-05", "2021-05-03", "2021-05-31", "2021-08-30", "2021-12-27", "2021-12-28",
            "2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02", "2022-06-02", "2022-06-03", "2022-08-29", "2022-09-19", "2022-12-26", "2022-12-27",
            "2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-08", "2023-05-29", "2023-08-28", "2023-12-25", "2023-12-26",
            "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26",
            "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
            "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
        ];
        Enumerable.Range(2021, 6).SelectMany(year => BankHolidays.Of(year, Country.Eng)).Order().Select(day => day.ToString("yyyy-MM-dd"))
            .ShouldBe(published.Order());
    }
}
