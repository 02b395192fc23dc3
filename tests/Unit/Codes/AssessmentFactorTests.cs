using System.Xml.Linq;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Tests.Unit.Codes;

public sealed class AssessmentFactorTests
{
    [Fact]
    public void Domestic_abuse_is_3A_3B_and_3C_alike() =>
        AssessmentFactors.All.Where(factor => factor.IsDomesticAbuse).Select(factor => factor.Code).ShouldBe(["3A", "3B", "3C"]);

    [Theory]
    [InlineData("3A", FactorSubject.Child)]
    [InlineData("3B", FactorSubject.ParentOrCarer)]
    [InlineData("6C", FactorSubject.OtherPerson)]
    [InlineData("8B", FactorSubject.Child)]
    [InlineData("8C", FactorSubject.Child)]
    [InlineData("18C", FactorSubject.Child)]
    [InlineData("24A", FactorSubject.Child)]
    [InlineData("20", FactorSubject.Unstated)]
    [InlineData("21", FactorSubject.Unstated)]
    public void A_factor_says_whom_it_is_about(string code, FactorSubject subject) =>
        AssessmentFactors.Find(code)!.Subject.ShouldBe(subject);

    [Fact]
    public void Only_1_to_6_are_about_a_parent_or_another_person() =>
        AssessmentFactors.All.GroupBy(factor => factor.Subject).ToDictionary(group => group.Key, group => group.Count())
            .ShouldBe(new Dictionary<FactorSubject, int> { [FactorSubject.Child] = 30, [FactorSubject.ParentOrCarer] = 6, [FactorSubject.OtherPerson] = 6, [FactorSubject.Unstated] = 2 }, ignoreOrder: true);

    [Theory]
    [InlineData("18A")]
    [InlineData("19A")]
    public void A_retired_factor_is_in_use_up_to_the_census_of_2024(string code)
    {
        AssessmentFactors.Find(code)!.IsInUse(2024).ShouldBeTrue();
        AssessmentFactors.Find(code)!.IsInUse(2025).ShouldBeFalse();
    }

    [Fact]
    public void No_other_factor_is_retired() =>
        AssessmentFactors.All.Where(factor => !factor.IsInUse(2026)).Select(factor => factor.Code).ShouldBe(["18A", "19A"]);

    [Fact]
    public void None_stands_alone_and_never_beside_another_factor()
    {
        AssessmentFactors.NoneStandsBesideAnother(["21"]).ShouldBeFalse();
        AssessmentFactors.NoneStandsBesideAnother(["3A", "4B"]).ShouldBeFalse();
        AssessmentFactors.NoneStandsBesideAnother([]).ShouldBeFalse();
        AssessmentFactors.NoneStandsBesideAnother(["21", "3A"]).ShouldBeTrue();
    }

    [Fact]
    public void There_is_no_factor_for_forced_marriage() =>
        AssessmentFactors.All.ShouldNotContain(factor => factor.Description.Contains("marriage", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("cin-census/CIN_Census_2024.xml")]
    [InlineData("cin-census/CIN_Census_2026.xml")]
    public void Of_the_factors_in_a_published_census_RB_is_unknown(string file) =>
        XDocument.Load(SharedData.PathOf(file)).Descendants("AssessmentFactors").Select(element => element.Value.Trim())
            .Where(code => AssessmentFactors.Find(code) is null).Distinct(StringComparer.Ordinal).ShouldBe(["RB"]);
}
