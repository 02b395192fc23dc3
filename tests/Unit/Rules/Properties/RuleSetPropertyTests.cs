using Google.Protobuf;
using Google.Protobuf.Reflection;
using InfoSharing.Tests.Families;
using InfoSharing.Tests.Unit.Support;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using Severity = InfoSharing.V1.Finding.Types.Severity;
using static InfoSharing.Tests.Unit.Rules.Properties.Said;

namespace InfoSharing.Tests.Unit.Rules.Properties;

/// <summary>What holds of all rules together, whatever is in a transfer. INFOSHARING_ROUNDS runs more of them.</summary>
[Trait("Rounds", "many")]
public sealed class RuleSetPropertyTests
{
    private const int Notifications = 10_000;
    private static readonly JudgingContext Offline = new() { At = Given.Now };
    private static readonly JudgingContext WithLedger = new() { At = Given.Now.AddDays(30), FirstSentOn = Given.Today, Holdings = new Given.Ledger(new Flow()) };

    [Fact]
    public void No_rule_refuses_a_notification_whatever_is_in_it() => Parallel.For(0, Math.Max(Notifications, Rounds.Many), seed =>
    {
        var alert = RandomTransfers.Make(seed);
        alert.Kind = seed % 20 == 0 ? Kind.MissingFamilyAlert : Kind.Notification;
        var report = RuleSets.Newest.Judge(alert, seed % 2 == 0 ? Offline : WithLedger);
        report.Handover.ShouldBe(Report.Types.Handover.MayGo, $"seed {seed}");
        report.ChildrenBlocked.ShouldBeEmpty($"seed {seed}");
        report.Findings.Where(finding => finding.Severity == Severity.Refuse).Select(finding => finding.RuleId).ShouldBeEmpty($"seed {seed}");
    });

    [Fact]
    public void Nor_a_familys_with_every_rule_turned_up_and_the_hand_over_to_follow()
    {
        var risen = new Settings { Risen = { RuleSets.Newest.All.Where(rule => rule.Card.MayRise).Select(rule => new Settings.Types.Risen { RuleId = rule.Card.Id, From = "2026-01-01" }) } };
        for (var seed = 0; seed < Rounds.Few; seed++)
        {
            var alert = FamilyMaker.Make(seed);
            alert.Kind = Kind.Notification;
            alert.Alert = new() { HandOverToFollow = true };
            var report = RuleSets.Newest.Judge(alert, Offline with { Settings = risen });
            report.Handover.ShouldBe(Report.Types.Handover.MayGo, $"seed {seed}");
            report.Findings.ShouldNotContain(finding => finding.Severity == Severity.Refuse, $"seed {seed}");
        }
    }

    [Fact]
    public void Every_path_leads_somewhere() => ForEach(static (transfer, name) =>
    {
        foreach (var context in new[] { Offline, WithLedger })
        {
            var report = RuleSets.Newest.Judge(transfer, context);
            var paths = report.Findings.Select(one => one.Field).Concat(report.Owed.Where(one => one.RuleId.Length > 0).Select(one => one.Field)).Concat(report.Undecided.Select(one => one.Field)).Distinct();
            paths.Where(path => !FieldPath.Resolves(transfer, path)).ShouldBeEmpty(name);
        }
    });

    [Fact]
    public void The_order_of_what_is_written_changes_nothing() => ForEach(static (transfer, name) =>
    {
        // What has no id is named by its position.
        GiveIds(transfer);
        var before = RuleSets.Newest.Judge(transfer, Offline);
        RuleSets.Newest.Judge(Shuffled.Of(transfer, 7), Offline).ShouldBe(before, name);
    });

    [Fact]
    public void Sex_changes_nothing() => ForEach(static (transfer, name) =>
    {
        var before = RuleSets.Newest.Judge(transfer, Offline);
        var turned = transfer.Clone();
        foreach (var person in turned.Persons) person.Sex = person.Sex switch { Person.Types.Sex.F => Person.Types.Sex.M, Person.Types.Sex.M => Person.Types.Sex.U, _ => Person.Types.Sex.F };
        RuleSets.Newest.Judge(turned, Offline).ShouldBe(before, name);
    });

    [Fact]
    public void The_names_of_people_change_nothing_but_how_alike_two_childrens_words_are()
    {
        foreach (var (transfer, name) in Written())
        {
            var quoteless = transfer.Clone();
            Unquote(quoteless);
            Catalogue(RuleSets.Newest.Judge(Renamed.Of(quoteless), Offline), but: ["IS-402", "IS-403"]).ShouldBe(Catalogue(RuleSets.Newest.Judge(quoteless, Offline), but: ["IS-402", "IS-403"]), name);
        }
    }

    [Fact]
    public void A_checklists_score_changes_nothing_in_the_catalogue()
    {
        foreach (var (transfer, name) in Written().Where(one => one.Transfer.Marac is not null))
        {
            var before = Catalogue(RuleSets.Newest.Judge(transfer, Offline));
            foreach (var yes in new[] { 0, 13, 14, 24 })
            {
                var scored = transfer.Clone();
                scored.Marac.Dash.Clear();
                for (var question = 1; question <= 24; question++) scored.Marac.Dash.Add(new Marac.Types.DashAnswer { Question = (uint)question, Answer = question <= yes ? YesNo.Yes : YesNo.No });
                Catalogue(RuleSets.Newest.Judge(scored, Offline)).ShouldBe(before, $"{name}, {yes}");
            }
        }
    }

    [Fact]
    public void A_number_that_is_missing_adds_nothing()
    {
        foreach (var (transfer, name) in Written())
        {
            var without = transfer.Clone();
            foreach (var person in without.Persons) person.Identifiers.Clear();
            Catalogue(RuleSets.Newest.Judge(without, Offline)).Except(Catalogue(RuleSets.Newest.Judge(transfer, Offline))).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void A_transfer_with_nothing_in_it_is_judged_by_every_rule_of_every_kind()
    {
        foreach (var kind in Enum.GetValues<Kind>())
            Should.NotThrow(() => RuleSets.Newest.Judge(new Transfer { Kind = kind }, WithLedger));
    }

    private static void ForEach(Action<Transfer, string> holds)
    {
        foreach (var (transfer, name) in Written()) holds(transfer, name);
        for (var seed = 0; seed < Rounds.Few; seed++) holds(RandomTransfers.Make(seed), $"random {seed}");
    }

    private static IEnumerable<(Transfer Transfer, string Name)> Written()
    {
        yield return (Samples.Complete(), "complete");
        yield return (Samples.CompleteFm(), "complete-fm");
        foreach (var golden in GoldenCases.All) yield return (golden.Make(), golden.Id);
        for (var seed = 0; seed < Rounds.Few; seed++) yield return (FamilyMaker.Make(seed), $"family {seed}");
    }

    private static void GiveIds(Transfer transfer)
    {
        var number = 0;
        foreach (var message in Tests.Contract.Values(transfer).Select(value => value.Value).OfType<IMessage>().ToList())
        {
            if (message.Descriptor.FindFieldByName("item") is not { FieldType: FieldType.Message } field) continue;
            if (field.Accessor.GetValue(message) is not Item { Id.Length: > 0 }) field.Accessor.SetValue(message, Given.Id($"G{number++}"));
        }
    }

    private static void Unquote(Transfer transfer)
    {
        foreach (var text in Tests.Contract.Values(transfer).Select(value => value.Value).OfType<Text>()) text.Quotes.Clear();
    }
}
