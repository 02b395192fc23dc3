using InfoSharing.Tests.Families;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Shapes;
using Severity = InfoSharing.V1.Finding.Types.Severity;

namespace InfoSharing.Tests.Unit.Families;

public class FamilyTests
{
    private const int Families = 1000;

    [Fact]
    public void A_thousand_families_hand_over_without_a_refusal()
    {
        for (var seed = 0; seed < Families; seed++)
        {
            var family = FamilyMaker.Make(seed);
            ShapeCheck.Of(family).ShouldBeEmpty($"seed {seed}");
            var report = Judge(family);
            report.Findings.Where(finding => finding.Severity == Severity.Refuse).Select(finding => $"{finding.RuleId} {finding.Field}").ShouldBeEmpty($"seed {seed}");
            report.Handover.ShouldBe(Report.Types.Handover.MayGo, $"seed {seed}");
            report.ChildrenBlocked.ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void The_families_are_as_different_as_families_are()
    {
        var families = Enumerable.Range(0, Families).Select(FamilyMaker.Make).ToList();
        families.Select(family => family.Persons.Count).Distinct().Count().ShouldBeGreaterThan(6);
        families.Select(family => (family.Kind, family.From.AgencyKind, family.Urgency)).Distinct().Count().ShouldBe(48);
        foreach (Func<Transfer, bool> kind in new Func<Transfer, bool>[]
        {
            family => family.ForcedMarriage.Suspected.Count > 0,
            family => family.Persons.Any(person => person.Roles.Contains(Person.Types.Role.Unborn)),
            family => family.Persons.Any(person => person.Roles.Contains(Person.Types.Role.Parent) && person.Roles.Contains(Person.Types.Role.Child)),
            family => family.Relationships.Count == 0,
            family => family.Court.Orders.Count > 0,
            family => family.Decisions.Any(decision => decision.Origin == Decision.Types.Origin.Inherited),
        })
            families.Count(kind).ShouldBeInRange(30, Families - 30);
    }

    [Fact]
    public void A_seed_makes_the_same_family_again()
    {
        var (once, again) = (FamilyMaker.Make(7), FamilyMaker.Make(7));
        again.Id = once.Id; // the one thing that is never the same
        again.ShouldBe(once);
    }

    public static TheoryData<string> Faults => [.. InjectedFaults.All.Where(fault => RuleSets.Newest.Find(fault.RuleId) is not null).Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_injected_fault_is_caught_by_the_rule_meant_for_it(string name)
    {
        var fault = InjectedFaults.All.Single(one => one.Name == name);
        var tried = 0;
        for (var seed = 0; seed < Families && tried < 5; seed++)
        {
            var family = FamilyMaker.Make(seed);
            var before = Said(family, fault.RuleId);
            if (!fault.Inject(family)) continue;
            tried++;
            Said(family, fault.RuleId).Except(before).ShouldNotBeEmpty($"{fault.RuleId} says nothing new of \"{name}\" in the family of seed {seed}");
        }
        tried.ShouldBe(5, "too few families in which it can be made");
    }

    [Fact]
    public void There_are_sixty_faults_and_each_is_another() => InjectedFaults.All.Select(fault => fault.Name).Distinct().Count().ShouldBe(60);

    // Withheld too: what a rule leaves out is what it says.
    private static List<string> Said(Transfer family, string ruleId)
    {
        var report = Judge(family);
        return [.. report.Findings.Where(finding => finding.RuleId == ruleId).Select(finding => $"{finding.Severity} {finding.Field} {finding.Variant} {string.Join(',', finding.Params.Select(pair => pair.Value).Order(StringComparer.Ordinal))}")];
    }

    private static Report Judge(Transfer family) => RuleSets.Newest.Judge(family, new() { At = Samples.JudgedOn });
}
