using InfoSharing.Validator.Identifiers;

namespace InfoSharing.Tests.Unit.Identifiers;

public sealed class IdentifierFaultTests
{
    [Theory]
    [InlineData("9000000015")]
    [InlineData("R247962919251")]
    [InlineData("2001/0171310S")]
    [InlineData("85227/65G")]
    [InlineData("ZZ-TOP-SECRET")]
    public void No_fault_repeats_what_was_written(string written)
    {
        IdentifierFault?[] faults =
        [
            NhsNumber.Check(written), Upn.Check(written), PncId.Check(written, 2026), CroNumber.Check(written),
            NomsNumber.Check(written), Crn.Check(written), LaChildId.Check(written),
        ];

        faults.OfType<IdentifierFault>().ShouldNotBeEmpty();
        faults.OfType<IdentifierFault>().ShouldAllBe(fault => !fault.ToString().Contains(written, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_very_long_text_is_refused_everywhere()
    {
        var written = new string('9', 100_000) + "A";
        NhsNumber.IsValid(written).ShouldBeFalse();
        Upn.IsValid(written).ShouldBeFalse();
        PncId.IsValid(written, 2026).ShouldBeFalse();
        CroNumber.IsValid(written).ShouldBeFalse();
        NomsNumber.IsValid(written).ShouldBeFalse();
        Crn.IsValid(written).ShouldBeFalse();
        LaChildId.IsValid(written).ShouldBeFalse();
    }
}
