using InfoSharing.Validator.Identifiers;

namespace InfoSharing.Tests.Unit.Identifiers;

public sealed class CroNumberTests
{
    [Theory]
    [InlineData("65656/91H", "065656/91H")]
    [InlineData("065656/91H", "065656/91H")]
    [InlineData(" 65656/91h ", "065656/91H")]
    [InlineData("SF05/482703J", "SF05/482703J")]
    [InlineData("SF83/50058Z", "SF83/50058Z")]
    [InlineData("sf83/50058z", "SF83/50058Z")]
    public void A_published_number_gets_its_canonical_form(string written, string expected)
    {
        CroNumber.TryNormalise(written, out var canonical).ShouldBeTrue();
        canonical.ShouldBe(expected);
    }

    [Theory]
    [InlineData("85227/65G")]
    [InlineData("SF83/50058B")]
    [InlineData("65656/91U")]
    public void A_check_letter_that_does_not_fit_is_named(string written) =>
        CroNumber.Check(written)!.ToString().ShouldBe("CRO number: check letter does not fit");

    [Theory]
    [InlineData(null, IdentifierFaultKind.Empty)]
    [InlineData("", IdentifierFaultKind.Empty)]
    [InlineData("null", IdentifierFaultKind.Shape)]
    [InlineData("S", IdentifierFaultKind.Shape)]
    [InlineData("SF", IdentifierFaultKind.Shape)]
    [InlineData("SF/", IdentifierFaultKind.Shape)]
    [InlineData("/91H", IdentifierFaultKind.Shape)]
    [InlineData("6565691H", IdentifierFaultKind.Shape)]
    [InlineData("65656/1991H", IdentifierFaultKind.Shape)]
    [InlineData("0065656/91H", IdentifierFaultKind.Shape)]
    [InlineData("65656/91", IdentifierFaultKind.Shape)]
    [InlineData("65 656/91H", IdentifierFaultKind.Shape)]
    [InlineData("SF83/0050058Z", IdentifierFaultKind.Shape)]
    [InlineData("٦٥٦٥٦/٩١H", IdentifierFaultKind.Shape)]
    [InlineData("65656/91O", IdentifierFaultKind.UnusedLetter)]
    public void What_is_no_number_is_refused_with_its_reason(string? written, IdentifierFaultKind kind)
    {
        CroNumber.Check(written)!.Kind.ShouldBe(kind);
        CroNumber.TryNormalise(written, out _).ShouldBeFalse();
    }
}
