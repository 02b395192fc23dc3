using System.Xml.Linq;
using InfoSharing.Validator.Identifiers;

namespace InfoSharing.Tests.Unit.Identifiers;

public sealed class UpnTests
{
    [Theory]
    [InlineData("A950000178301")]
    [InlineData("H243278544154")]
    [InlineData("X845212818005")]
    public void A_published_number_is_valid(string written) => Upn.IsValid(written).ShouldBeTrue();

    [Theory]
    [InlineData("R247962919251")]
    [InlineData("X428558133462")]
    [InlineData("A950000178310")]
    public void A_check_letter_that_does_not_fit_is_named(string written) =>
        Upn.Check(written)!.ToString().ShouldBe("UPN: check letter does not fit");

    [Theory]
    [InlineData('A', 0)]
    [InlineData('B', 1)]
    [InlineData('H', 7)]
    [InlineData('J', 8)]
    [InlineData('N', 12)]
    [InlineData('P', 13)]
    [InlineData('R', 15)]
    [InlineData('T', 16)]
    [InlineData('Z', 22)]
    public void The_last_letter_of_a_temporary_number_counts_as_its_index(char last, int index)
    {
        // The one digit that is not zero stands in place 2, so the sum is 2 and 13 times the index.
        var check = "ABCDEFGHJKLMNPQRTUVWXYZ"[(2 + 13 * index) % 23];
        Upn.IsValid($"{check}10000000000{last}").ShouldBeTrue();
    }

    [Fact]
    public void One_of_the_twenty_three_check_letters_fits_and_no_other() =>
        "ABCDEFGHJKLMNPQRTUVWXYZ".Count(letter => Upn.IsValid($"{letter}950000178301")).ShouldBe(1);

    [Fact]
    public void Lower_case_and_surrounding_spaces_are_normalised_away()
    {
        Upn.TryNormalise(" a950000178301\t", out var canonical).ShouldBeTrue();
        canonical.ShouldBe("A950000178301");
    }

    [Theory]
    [InlineData(null, IdentifierFaultKind.Empty, "is empty")]
    [InlineData("", IdentifierFaultKind.Empty, "is empty")]
    [InlineData("  ", IdentifierFaultKind.Empty, "is empty")]
    [InlineData("null", IdentifierFaultKind.Length, "length is not 13")]
    [InlineData("A95000017830", IdentifierFaultKind.Length, "length is not 13")]
    [InlineData("A9500001783011", IdentifierFaultKind.Length, "length is not 13")]
    [InlineData("9950000178301", IdentifierFaultKind.Shape, "does not begin with a letter")]
    [InlineData("А950000178301", IdentifierFaultKind.Shape, "does not begin with a letter")] // a Cyrillic letter that looks the same
    [InlineData("A95000 178301", IdentifierFaultKind.Shape, "characters 2 to 12 are not all digits")]
    [InlineData("A95000017830-", IdentifierFaultKind.Shape, "does not end in a digit or a letter")]
    [InlineData("A95000017830١", IdentifierFaultKind.Shape, "does not end in a digit or a letter")]
    [InlineData("A٩٥٠٠٠٠١٧٨٣٠١", IdentifierFaultKind.Shape, "characters 2 to 12 are not all digits")]
    [InlineData("I950000178301", IdentifierFaultKind.UnusedLetter, "has a letter that is never used (I, O, S)")]
    [InlineData("O950000178301", IdentifierFaultKind.UnusedLetter, "has a letter that is never used (I, O, S)")]
    [InlineData("A95000017830s", IdentifierFaultKind.UnusedLetter, "has a letter that is never used (I, O, S)")]
    [InlineData("A000000000000", IdentifierFaultKind.Placeholder, "is nothing but zeros, so it stands for no one")]
    public void What_is_no_number_is_refused_with_its_reason(string? written, IdentifierFaultKind kind, string words)
    {
        Upn.Check(written).ShouldBe(new IdentifierFault("UPN", kind, words));
        Upn.TryNormalise(written, out _).ShouldBeFalse();
    }

    [Fact]
    public void Of_332_random_numbers_in_a_published_census_12_pass()
    {
        var written = XDocument.Load(SharedData.PathOf("cin-census/fake_CIN_data.xml")).Descendants("UPN").Select(upn => upn.Value).ToList();
        written.Count.ShouldBe(332);
        written.Count(upn => Upn.IsValid(upn)).ShouldBe(12);
        written.Count(upn => Upn.Check(upn) is { Kind: IdentifierFaultKind.CheckCharacter }).ShouldBe(320);
    }

    [Fact]
    public void Of_2675_random_numbers_in_a_published_return_107_pass()
    {
        var lines = File.ReadAllLines(SharedData.PathOf("ssda903/header.csv"));
        var column = Array.IndexOf(lines[0].Split(','), "UPN");
        var written = lines.Skip(1).Select(line => line.Split(',')[column]).ToList();
        written.Count.ShouldBe(2675);
        written.Count(upn => Upn.IsValid(upn)).ShouldBe(107);
    }
}
