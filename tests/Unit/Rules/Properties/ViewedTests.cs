using Google.Protobuf;
using InfoSharing.Tests.Families;
using InfoSharing.Tests.Unit.Kit;
using InfoSharing.Tests.Unit.Support;
using InfoSharing.Tests.Unit.Views;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Views;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;

namespace InfoSharing.Tests.Unit.Rules.Properties;

/// <summary>An absence made by View never fires: whatever a recipient's copy leaves out, no rule speaks there that was silent at the sender.</summary>
[Trait("Rounds", "many")]
public sealed class ViewedTests
{
    private static readonly AgencyKind[] Kinds = [.. Enum.GetValues<AgencyKind>().Where(kind => kind != AgencyKind.Unspecified)];

    [Fact]
    public void Of_each_rules_good_example_every_view_is_silent_whatever_is_withheld()
    {
        var examples = RuleSets.Newest.All.Select(rule => Examples.Of(rule.Card.Id)!.Good.Transfer).Distinct().ToList();
        for (var i = 0; i < examples.Count; i++)
        {
            var transfer = examples[i].Clone();
            Restrict(transfer, everyNth: 1 + (i % 3), i);
            NothingNew(transfer, SentTo(transfer, Kinds[i % Kinds.Length]), $"example {i}");
        }
    }

    [Fact]
    public void No_view_of_any_transfer_adds_a_finding()
    {
        var written = GoldenCases.All.Select(golden => (golden.Make(), golden.Id)).Append((Samples.Complete(), "complete")).Append((Samples.CompleteFm(), "complete-fm"))
            .Concat(Enumerable.Range(0, Rounds.Few / 4).Select(seed => (FamilyMaker.Make(seed), $"family {seed}")))
            .Concat(Enumerable.Range(0, Rounds.Few / 4).Select(seed => (Leaking(seed), $"random {seed}")));
        var (number, wouldFire) = (0, 0);
        foreach (var (transfer, name) in written)
        {
            number++;
            Restrict(transfer, 2 + (number % 5), number);
            var to = SentTo(transfer, Kinds[number % Kinds.Length]);
            NothingNew(transfer, [to[number % to.Count], to[^1]], name);
            if (Said(View.For(transfer, to[number % to.Count]).Transfer, withheld: 0).Except(Said(transfer, withheld: 0)).Any()) wouldFire++;
        }
        // Or the property would hold of anything.
        wouldFire.ShouldBeGreaterThan(number / 2);
    }

    [Fact]
    public void Where_nothing_is_withheld_the_view_is_judged_as_the_whole_is()
    {
        foreach (var golden in GoldenCases.All)
        {
            var transfer = golden.Make();
            if (transfer.Lead is null || View.For(transfer, transfer.Lead.Agency) is not { Withheld.Count: 0 } view) continue;
            RuleSets.Newest.Judge(view.Transfer, new() { At = Given.Now, Withheld = (uint)view.Withheld.Count }).ShouldBe(RuleSets.Newest.Judge(transfer, new() { At = Given.Now }), golden.Id);
        }
    }

    [Fact]
    public void A_rule_that_asks_for_something_cannot_tell_where_anything_was_withheld()
    {
        var transfer = GoldenCases.Get("18").Make();
        transfer.Decisions[0].MadeBy = null;
        var view = View.For(transfer, transfer.Lead.Agency);
        var report = RuleSets.Newest.Judge(view.Transfer, new() { At = Given.Now, Withheld = (uint)view.Withheld.Count });
        report.Findings.ShouldBeEmpty();
        report.CannotTell.Select(one => one.RuleId).ShouldContain("IS-103");
    }

    private static void NothingNew(Transfer transfer, IEnumerable<Party> recipients, string name)
    {
        var before = Said(transfer, withheld: 0).ToHashSet();
        foreach (var to in recipients)
        {
            var view = View.For(transfer, to);
            Said(view.Transfer, (uint)view.Withheld.Count).Except(before).ShouldBeEmpty($"{name}, {to.AgencyKind} {to.Agency}, {view.Withheld.Count} withheld");
        }
    }

    // Rule and severity: of a wording that stands in two places one may be left out, and the other is then the first.
    private static IEnumerable<string> Said(Transfer transfer, uint withheld) =>
        RuleSets.Newest.Judge(transfer, new() { At = Given.Now, Withheld = withheld }).Findings.Select(one => $"{one.RuleId} {one.Severity}").Distinct();

    // Each way in which a view is made: for a copy, for a named one, for the two kinds that never get a place, for an agency that supervises, and for the lead.
    private static List<Party> SentTo(Transfer transfer, AgencyKind kind)
    {
        transfer.Copies.Clear();
        Copy("copy", kind);
        Copy("named", kind).LocationIncluded = true;
        Copy("specialist", AgencyKind.DaSpecialist).LocationIncluded = true;
        Copy("school", AgencyKind.EducationSetting);
        Copy("supervising", AgencyKind.Probation).Supervises = "P5";
        return [.. transfer.Copies.Select(copy => copy.Party), transfer.Lead ?? transfer.Copies[0].Party];

        Transfer.Types.Copy Copy(string agency, AgencyKind its)
        {
            var copy = new Transfer.Types.Copy { Party = new() { Agency = agency, AgencyKind = its, AreaGss = "E08000028", Country = Party.Types.Country.Eng }, LocationReason = "They visit." };
            transfer.Copies.Add(copy);
            return copy;
        }
    }

    // With a protected place, or a refuge, whose words stand all over it: they are blanked.
    private static Transfer Leaking(int seed)
    {
        var transfer = RandomTransfers.Make(seed);
        Planted.Into(transfer, new Random(seed));
        return transfer;
    }

    // Every nth item and person is of a class that nobody was named for.
    private static void Restrict(Transfer transfer, int everyNth, int from)
    {
        var number = from;
        foreach (var message in Tests.Contract.Values(transfer).Select(value => value.Value).OfType<IMessage>().ToList())
        {
            if (message is Item item && ++number % everyNth == 0) item.Handling = Unnamed(number);
            if (message is Person person && ++number % everyNth == 0) person.Handling = Unnamed(number);
        }
    }

    private static Handling Unnamed(int number) => new() { DataClass = number % 2 == 0 ? DataClass.Intelligence : DataClass.CourtPapers };
}
