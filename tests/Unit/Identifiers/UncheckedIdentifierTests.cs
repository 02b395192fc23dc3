using InfoSharing.Validator.Identifiers;

namespace InfoSharing.Tests.Unit.Identifiers;

/// <summary>The identifiers that have a shape and no check character.</summary>
public sealed class UncheckedIdentifierTests
{
    [Theory]
    [InlineData("A1234AA", "A1234AA")]
    [InlineData(" a1234aa ", "A1234AA")]
    public void A_prison_number_is_normalised_to_capitals(string written, string expected)
    {
        NomsNumber.TryNormalise(written, out var canonical).ShouldBeTrue();
        canonical.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, IdentifierFaultKind.Empty)]
    [InlineData("A1234A", IdentifierFaultKind.Length)]
    [InlineData("A1234AAA", IdentifierFaultKind.Length)]
    [InlineData("A12345A", IdentifierFaultKind.Shape)]
    [InlineData("AA234AA", IdentifierFaultKind.Shape)]
    [InlineData("A١٢٣٤AA", IdentifierFaultKind.Shape)]
    public void What_is_no_prison_number_is_refused_with_its_reason(string? written, IdentifierFaultKind kind)
    {
        NomsNumber.Check(written)!.Kind.ShouldBe(kind);
        NomsNumber.TryNormalise(written, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("X123456", "X123456")]
    [InlineData(" x123456 ", "X123456")]
    public void A_probation_number_is_normalised_to_capitals(string written, string expected)
    {
        Crn.TryNormalise(written, out var canonical).ShouldBeTrue();
        canonical.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, IdentifierFaultKind.Empty)]
    [InlineData("X12345", IdentifierFaultKind.Length)]
    [InlineData("X1234567", IdentifierFaultKind.Length)]
    [InlineData("1234567", IdentifierFaultKind.Shape)]
    [InlineData("X12345A", IdentifierFaultKind.Shape)]
    [InlineData("X١٢٣٤٥٦", IdentifierFaultKind.Shape)]
    public void What_is_no_probation_number_is_refused_with_its_reason(string? written, IdentifierFaultKind kind)
    {
        Crn.Check(written)!.Kind.ShouldBe(kind);
        Crn.TryNormalise(written, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("RND000215205141", "RND000215205141")]
    [InlineData(" 12345678901234567890 ", "12345678901234567890")]
    [InlineData("aB1", "aB1")]
    public void An_authoritys_child_id_keeps_its_case(string written, string expected)
    {
        LaChildId.TryNormalise(written, out var canonical).ShouldBeTrue();
        canonical.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, IdentifierFaultKind.Empty)]
    [InlineData("  ", IdentifierFaultKind.Empty)]
    [InlineData("123456789012345678901", IdentifierFaultKind.Length)]
    [InlineData("AB-1", IdentifierFaultKind.Shape)]
    [InlineData("AB 1", IdentifierFaultKind.Shape)]
    [InlineData("AB١", IdentifierFaultKind.Shape)]
    public void What_is_no_child_id_is_refused_with_its_reason(string? written, IdentifierFaultKind kind)
    {
        LaChildId.Check(written)!.Kind.ShouldBe(kind);
        LaChildId.TryNormalise(written, out _).ShouldBeFalse();
    }
}
