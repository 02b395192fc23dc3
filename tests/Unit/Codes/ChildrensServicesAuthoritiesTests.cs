using InfoSharing.Validator.Codes;

namespace InfoSharing.Tests.Unit.Codes;

public sealed class ChildrensServicesAuthoritiesTests
{
    private static readonly string[] Kinds = ["Unitary authority", "Metropolitan district", "London borough", "City corporation", "County"];

    [Theory]
    [InlineData("383", "E08000035", "Leeds", "leeds")]
    [InlineData("333", "E08000028", "Sandwell", "sandwell")]
    [InlineData("342", "E08000013", "St. Helens", "st-helens")]
    public void An_authority_is_found_by_either_number(string dfeNumber, string gss, string name, string slug)
    {
        var expected = new ChildrensServicesAuthority(gss, dfeNumber, name, slug);
        ChildrensServicesAuthorities.FindByDfeNumber(dfeNumber).ShouldBe(expected);
        ChildrensServicesAuthorities.FindByGss(gss).ShouldBe(expected);
    }

    [Theory]
    [InlineData("E08000038", "Barnsley")]
    [InlineData("E08000039", "Sheffield")]
    [InlineData("E08000020", "Gateshead")]
    [InlineData("E06000048", "Northumberland")]
    public void An_authority_is_found_by_a_code_reissued_or_former(string gss, string name) =>
        ChildrensServicesAuthorities.FindByGss(gss)!.Name.ShouldBe(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("975")]
    [InlineData("S12000036")]
    public void What_is_no_authority_of_ours_is_not_found(string? code)
    {
        ChildrensServicesAuthorities.FindByDfeNumber(code).ShouldBeNull();
        ChildrensServicesAuthorities.FindByGss(code).ShouldBeNull();
    }

    [Theory]
    [InlineData("E06", 63)]
    [InlineData("E08", 36)]
    [InlineData("E09", 33)]
    [InlineData("E10", 21)]
    [InlineData("E", 153)]
    public void Each_kind_has_its_published_number_of_authorities(string prefix, int count) =>
        ChildrensServicesAuthorities.All.Count(authority => authority.Gss.StartsWith(prefix, StringComparison.Ordinal)).ShouldBe(count);

    [Fact]
    public void Slugs_and_numbers_name_one_authority_each()
    {
        ChildrensServicesAuthorities.All.Select(authority => authority.Slug).ShouldBeUnique();
        ChildrensServicesAuthorities.All.ShouldAllBe(authority => authority.Slug.All(letter => char.IsAsciiLetterLower(letter) || letter == '-'));
        ChildrensServicesAuthorities.All.Select(authority => authority.DfeNumber).OfType<string>().ShouldBeUnique();
    }

    [Fact]
    public void The_table_is_that_of_its_source()
    {
        var rows = Rows(SharedData.PathOf("la-codes/uk_local_authorities_future.csv"));
        rows.Where(row => row["nation"] == "England" && row["current-authority"] == "True" && Kinds.Contains(row["local-authority-type-name"], StringComparer.Ordinal))
            .Select(row => (row["gss-code"], row["old-ons-la-code"], row["nice-name"]))
            .ShouldBe(ChildrensServicesAuthorities.All.Select(authority => (authority.Gss, authority.DfeNumber ?? "", authority.Name)), ignoreOrder: true);
    }

    [Fact]
    public void Nine_authorities_made_since_2019_have_no_DfE_number_in_the_source() =>
        ChildrensServicesAuthorities.All.Where(authority => authority.DfeNumber is null).Select(authority => authority.Slug).ShouldBe(
            ["bournemouth-christchurch-and-poole", "dorset", "buckinghamshire", "north-northamptonshire", "west-northamptonshire", "cumberland", "westmorland-and-furness", "north-yorkshire", "somerset"]);

    private static List<Dictionary<string, string>> Rows(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = Cells(lines[0]);
        return [.. lines.Skip(1).Select(line => header.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    /// <summary>A comma ends a cell unless it stands between quotation marks: odd pieces of a split at the marks are quoted.</summary>
    private static string[] Cells(string line) =>
        string.Concat(line.Split('"').Select((piece, index) => index % 2 == 0 ? piece.Replace(',', '\u001f') : piece)).Split('\u001f');
}
