using InfoSharing.Validator.Codes;

namespace InfoSharing.Tests.Unit.Codes;

public sealed class CodeListTests
{
    public static TheoryData<CodeList, int> ListsAndCounts => new()
    {
        { ReferralSource.Codes, 22 },
        { PrimaryNeed.Codes, 10 },
        { ClosureReason.Codes, 9 },
        { CategoryOfAbuse.Codes, 5 },
        { UpnUnknownReason.Codes, 7 },
        { Disability.Codes, 13 },
        { Ethnicity.Codes, 20 },
        { AssessmentFactors.Codes, 44 },
        { RelationshipType.Codes, 33 },
    };

    public static TheoryData<CodeList, string> ListsAndSchemaTypes => new()
    {
        { ReferralSource.Codes, "referralsourcetype" },
        { PrimaryNeed.Codes, "primaryneedcodetype" },
        { ClosureReason.Codes, "reasonforclosuretype" },
        { CategoryOfAbuse.Codes, "categoryofabusetype" },
        { UpnUnknownReason.Codes, "unknownupntype" },
        { Disability.Codes, "disabilitytype" },
        { Ethnicity.Codes, "ethnicitytype" },
        { AssessmentFactors.Codes, "assessmentfactorstype" },
    };

    [Theory]
    [MemberData(nameof(ListsAndCounts), DisableDiscoveryEnumeration = true)]
    public void A_list_holds_as_many_codes_as_are_published_each_with_words(CodeList list, int count)
    {
        list.Entries.Length.ShouldBe(count);
        list.Entries.ShouldAllBe(entry => list.Contains(entry.Code) && list.Describe(entry.Code) == entry.Description && entry.Description.Length > 1);
        list.Source.ShouldNotBeEmpty();
        list.Name.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ListsAndSchemaTypes), DisableDiscoveryEnumeration = true)]
    public void A_list_holds_the_codes_of_every_census_schema_and_no_others(CodeList list, string type)
    {
        foreach (var year in new[] { 2024, 2025, 2026 })
        {
            CinSchema.Codes(year, type).Select(code => code.Code).ShouldBe(list.Entries.Select(entry => entry.Code), ignoreOrder: true);
        }
    }

    [Theory]
    [MemberData(nameof(ListsAndSchemaTypes), DisableDiscoveryEnumeration = true)]
    public void A_list_has_the_words_of_the_latest_schema(CodeList list, string type)
    {
        foreach (var (code, words) in CinSchema.Codes(2026, type))
        {
            // The schema of 2026 has a stray bracket before the words of 5D; UPN unknown has no words there.
            if (words is not null) list.Describe(code).ShouldBe(words.TrimStart('('));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5c")]
    [InlineData(" 5C")]
    [InlineData("3G")]
    [InlineData("null")]
    public void A_code_that_is_not_written_as_published_is_unknown(string? code)
    {
        ReferralSource.Codes.Contains(code).ShouldBeFalse();
        ReferralSource.Codes.Describe(code).ShouldBeNull();
    }

    [Fact]
    public void The_codes_of_a_move_between_areas_are_in_their_lists()
    {
        ReferralSource.Codes.Describe(ReferralSource.AnotherAuthority).ShouldNotBeNull().ShouldContain("another local authority");
        ReferralSource.Codes.Describe(ReferralSource.Police).ShouldBe("POLICE");
        ClosureReason.Codes.Describe(ClosureReason.TransferredToAnotherAuthority).ShouldBe("Transferred to services of another local authority");
        Disability.Codes.Describe(Disability.None).ShouldBe("No disability");
    }
}
