using InfoSharing.Validator.Identifiers;

namespace InfoSharing.Tests.Unit.Identifiers;

public sealed class PncIdTests
{
    private const int PresentYear = 2026;

    [Theory]
    [InlineData("81/34U", "1981/0000034U")]
    [InlineData("02/73319Z", "2002/0073319Z")]
    [InlineData("00/223R", "2000/0000223R")]
    [InlineData("79/163001B", "1979/0163001B")]
    [InlineData("033Y", "2003/0000003Y")]
    [InlineData("67/9893091D", "1967/9893091D")]
    [InlineData("1981/0000034U", "1981/0000034U")]
    [InlineData("19810000034U", "1981/0000034U")]
    [InlineData("1981/34U", "1981/0000034U")]
    [InlineData(" 81/34u ", "1981/0000034U")]
    public void A_published_id_gets_its_long_form(string written, string expected)
    {
        PncId.TryNormalise(written, PresentYear, out var canonical).ShouldBeTrue();
        canonical.ShouldBe(expected);
    }

    [Fact]
    public void A_published_id_whose_letter_does_not_fit_is_refused()
    {
        PncId.Check("01/0171310A", PresentYear)!.ToString().ShouldBe("PNC ID: check letter does not fit");
        PncId.IsValid("2001/0171310S", PresentYear).ShouldBeFalse();
        PncId.IsValid("20120052494O", PresentYear).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2080, "1981/0000034U")]
    [InlineData(2081, "2081/0000034U")]
    [InlineData(1999, "1981/0000034U")]
    public void The_century_follows_the_present_year(int presentYear, string expected)
    {
        PncId.TryNormalise("81/34U", presentYear, out var canonical).ShouldBeTrue();
        canonical.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, IdentifierFaultKind.Empty)]
    [InlineData(" ", IdentifierFaultKind.Empty)]
    [InlineData("null", IdentifierFaultKind.Shape)]
    [InlineData("U", IdentifierFaultKind.Shape)]
    [InlineData("81U", IdentifierFaultKind.Shape)]
    [InlineData("81/U", IdentifierFaultKind.Shape)]
    [InlineData("/34U", IdentifierFaultKind.Shape)]
    [InlineData("181/34U", IdentifierFaultKind.Shape)]
    [InlineData("81/3/4U", IdentifierFaultKind.Shape)]
    [InlineData("81/34", IdentifierFaultKind.Shape)]
    [InlineData("81 / 34U", IdentifierFaultKind.Shape)]
    [InlineData("81/00000034U", IdentifierFaultKind.Shape)]
    [InlineData("198100000034U", IdentifierFaultKind.Shape)]
    [InlineData("٨١/٣٤U", IdentifierFaultKind.Shape)]
    [InlineData("81/34I", IdentifierFaultKind.UnusedLetter)]
    [InlineData("2001/0171310S", IdentifierFaultKind.UnusedLetter)]
    [InlineData("20120052494O", IdentifierFaultKind.UnusedLetter)]
    [InlineData("2081/34U", IdentifierFaultKind.Year)]
    [InlineData("1881/34U", IdentifierFaultKind.Year)]
    public void What_is_no_id_is_refused_with_its_reason(string? written, IdentifierFaultKind kind)
    {
        PncId.Check(written, PresentYear)!.Kind.ShouldBe(kind);
        PncId.TryNormalise(written, PresentYear, out _).ShouldBeFalse();
    }

    [Fact]
    public void Without_the_slash_the_check_letter_decides_where_the_year_ends()
    {
        // 1981/34 written 198134: as the year 19 and serial 8134 the letter is another one.
        PncId.TryNormalise("198134U", PresentYear, out var canonical).ShouldBeTrue();
        canonical.ShouldBe("1981/0000034U");
    }

    [Fact]
    public void Without_the_slash_an_id_that_fits_two_people_is_not_given_to_either()
    {
        var written = Enumerable.Range(1, 999)
            .SelectMany(serial => "ZABCDEFGHJKLMNPQRTUVWXY".Select(letter => (Long: $"1981/{serial}{letter}", Short: $"19/81{serial}{letter}")))
            .First(id => PncId.IsValid(id.Long, PresentYear) && PncId.IsValid(id.Short, PresentYear))
            .Long.Replace("/", "", StringComparison.Ordinal);

        PncId.Check(written, PresentYear)!.Kind.ShouldBe(IdentifierFaultKind.Ambiguous);
        PncId.TryNormalise(written, PresentYear, out _).ShouldBeFalse();
    }
}
