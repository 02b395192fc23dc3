using InfoSharing.Tests.Families;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;
using static InfoSharing.Tests.Unit.Rules.Properties.Said;

namespace InfoSharing.Tests.Unit.Rules.Properties;

/// <summary>Writing more, and rightly, is never punished: or people learn to write less.</summary>
public sealed class CorrectSectionTests
{
    // Judged once for all sections. The alert of 14 has none of the people whom they are about.
    private static readonly Lazy<List<(GoldenCase Case, string[] Findings)>> Before = new(() => [.. GoldenCases.All.Where(one => one.Id != "14").Select(one => (one, Findings(one.Make())))]);

    public static TheoryData<string> Names => [.. CorrectSections.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_correct_section_adds_no_finding_to_the_clean_transfer_nor_to_a_faulty_one(string name)
    {
        var add = CorrectSections.All.Single(one => one.Name == name).Add;
        var clean = Samples.Complete();
        add(clean);
        Catalogue(Judge(clean)).ShouldBeEmpty();
        foreach (var (golden, before) in Before.Value) AddsNothing(golden.Make(), before, add, golden.Id);
    }

    [Fact]
    public void All_of_them_together_add_none()
    {
        var transfer = Samples.Complete();
        foreach (var (_, add) in CorrectSections.All) add(transfer);
        Catalogue(Judge(transfer)).ShouldBeEmpty();
    }

    [Fact]
    public void A_whole_family_beside_adds_no_finding_about_the_first()
    {
        // What is about somebody else altogether is no news about these children.
        for (var seed = 0; seed < 50; seed++)
        {
            var transfer = Samples.Complete();
            var before = Catalogue(Judge(transfer));
            transfer.Chronology.Add(FamilyMaker.Make(seed).Chronology.Select(entry => new ChronologyEntry { Item = Given.Id("Q" + entry.Item.Id), On = entry.On, Kind = ChronologyEntry.Types.Kind.Visit, Text = Given.Written("Seen.") }));
            Catalogue(Judge(transfer)).Except(before).ShouldBeEmpty($"seed {seed}");
        }
    }

    private static void AddsNothing(Transfer transfer, string[] before, Action<Transfer> add, string name)
    {
        add(transfer);
        Findings(transfer).Except(before).ShouldBeEmpty(name);
    }

    // Rule and place. Not what fills its text: a list of what is missing may grow shorter.
    private static string[] Findings(Transfer transfer)
    {
        var report = Judge(transfer);
        return [.. report.Findings.Select(one => $"{one.RuleId} {one.Severity} {one.Field}").Concat(report.Owed.Select(one => $"owed {one.RuleId}{one.Item} {one.Field}")).Distinct()];
    }

    private static Report Judge(Transfer transfer) => RuleSets.Newest.Judge(transfer, new() { At = Given.Now });
}
