using System.Text.Json;
using InfoSharing.Validator.Identifiers;

namespace InfoSharing.Tests.Unit.Identifiers;

public sealed class NhsNumberTests
{
    [Theory]
    [InlineData("9000000009")]
    [InlineData("9000000017")]
    [InlineData("9000000025")]
    [InlineData("9449305552")]
    [InlineData("9434765919")]
    public void A_published_number_is_valid(string written) => NhsNumber.IsValid(written).ShouldBeTrue();

    [Theory]
    [InlineData("9000000015")]
    [InlineData("9912003899")]
    [InlineData("9434765918")]
    [InlineData("9434765991")]
    [InlineData("1000000010")]
    public void A_check_digit_that_does_not_fit_is_named(string written) =>
        NhsNumber.Check(written)!.ToString().ShouldBe("NHS number: check digit does not fit");

    [Theory]
    [InlineData("943 476 5919")]
    [InlineData(" 943-476-5919 ")]
    [InlineData("943\u00a0476\u00a05919")]
    public void Spaces_and_hyphens_are_dropped_in_the_canonical_form(string written)
    {
        NhsNumber.TryNormalise(written, out var canonical).ShouldBeTrue();
        canonical.ShouldBe("9434765919");
    }

    [Theory]
    [InlineData(null, IdentifierFaultKind.Empty)]
    [InlineData("", IdentifierFaultKind.Empty)]
    [InlineData(" - ", IdentifierFaultKind.Empty)]
    [InlineData("943476591", IdentifierFaultKind.Length)]
    [InlineData("94347659190", IdentifierFaultKind.Length)]
    [InlineData("943476591O", IdentifierFaultKind.Shape)]
    [InlineData("null", IdentifierFaultKind.Shape)]
    [InlineData("٩٤٣٤٧٦٥٩١٩", IdentifierFaultKind.Shape)]
    [InlineData("９４３４７６５９１９", IdentifierFaultKind.Shape)]
    [InlineData("0000000000", IdentifierFaultKind.Placeholder)]
    [InlineData("999 999 9999", IdentifierFaultKind.Placeholder)]
    public void What_is_no_number_is_refused_with_its_reason(string? written, IdentifierFaultKind kind)
    {
        NhsNumber.Check(written)!.Kind.ShouldBe(kind);
        NhsNumber.TryNormalise(written, out var canonical).ShouldBeFalse();
        canonical.ShouldBeNull();
    }

    [Fact]
    public void Every_patient_of_the_published_demographics_samples_has_a_valid_number()
    {
        var files = Directory.GetFiles(SharedData.PathOf("nhs-pds/patientResponses"), "*.json");
        files.ShouldNotBeEmpty();
        files.Where(file => !NhsNumber.IsValid(IdIn(file))).Select(Path.GetFileName).ShouldBeEmpty();
    }

    private static string? IdIn(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.GetProperty("id").GetString();
    }
}
