using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Rules;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Answers.Network;

namespace InfoSharing.Tests.Component.Answers;

public sealed class OwedListTests
{
    private readonly Network _alert = new(Samples.Alert());
    private readonly Network _net = new(Samples.Complete());

    // What each version's report owes; the rules' own part is proven with the rules.
    private readonly Dictionary<uint, Owed[]> _owedIn = [];

    [Fact]
    public void A_crisis_alert_owes_its_call_until_a_later_version_writes_it_down()
    {
        _alert.Deliver(_alert.Send());
        var first = Entry(_alert, Leeds, "call_record");
        first.ShouldSatisfyAllConditions(entry => entry.StruckOffAt.ShouldBeNull(), entry => entry.Owed.Due.ToDateTimeOffset().ShouldBe(entry.Since.AddHours(1)));
        Entry(_alert, Leeds, "identity").StruckOffAt.ShouldBeNull();

        _alert.Deliver(_alert.Send(_alert.Next(next => next.CallRecord = new() { SpokeTo = Gwen, At = first.Owed.Due })));
        Entry(_alert, Leeds, "call_record").ShouldSatisfyAllConditions(entry => entry.StruckOffAt.ShouldBe(_alert.Now), entry => entry.By.ShouldBe(StruckOffBy.Version));
        Entry(_alert, Leeds, "identity").ShouldSatisfyAllConditions(entry => entry.StruckOffAt.ShouldBeNull(), entry => entry.Since.ShouldBe(first.Since));
    }

    [Fact]
    public void Both_sides_compute_the_same_however_long_the_messages_took()
    {
        var first = _alert.Send();
        _alert.Now = _alert.Now.AddHours(30);
        var second = _alert.Send(_alert.Next(next => next.Persons[0].DateOfBirth = "2020-05-05"));
        _alert.Now = _alert.Now.AddHours(5);
        _alert.Deliver(second);
        _alert.Deliver(first);
        OwedList.Of(_alert.At(Sandwell), Rules).ShouldBe(OwedList.Of(_alert.At(Leeds), Rules));
        OwedList.Of(_alert.At(Sandwell), Rules).ShouldNotBeEmpty();
    }

    [Fact]
    public void What_is_owed_again_in_the_next_version_keeps_its_due_time_and_what_comes_back_starts_anew()
    {
        _owedIn[1] = [Paper("P2", "CP_PLAN,CHRONOLOGY", 5)];
        _owedIn[2] = [Paper("P2", "CHRONOLOGY", 9)];
        _owedIn[3] = [];
        _owedIn[4] = [Paper("P2", "CP_PLAN", 12)];
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Send(_net.Next()));
        OwedList.Of(_net.At(Leeds), Stub).ShouldHaveSingleItem().Owed.ShouldSatisfyAllConditions(owed => owed.Due.ShouldBe(Day(5)), owed => owed.Params["list"].ShouldBe("CHRONOLOGY"));
        _net.Deliver(_net.Send(_net.Next()));
        OwedList.Of(_net.At(Leeds), Stub).ShouldHaveSingleItem().ShouldSatisfyAllConditions(entry => entry.StruckOffAt.ShouldBe(_net.Now), entry => entry.By.ShouldBe(StruckOffBy.Version));
        _net.Deliver(_net.Send(_net.Next()));
        OwedList.Of(_net.At(Leeds), Stub).ShouldHaveSingleItem().ShouldSatisfyAllConditions(entry => entry.StruckOffAt.ShouldBeNull(), entry => entry.Owed.Due.ShouldBe(Day(12)));
    }

    [Fact]
    public void A_paper_is_struck_off_when_every_part_of_it_is_here()
    {
        var plan = _net.Transfer.Documents.First(document => document.Kind == Document.Types.Kind.CpPlan);
        var child = plan.About.Count > 0 ? plan.About[0] : "P2";
        _owedIn[1] = [Paper(child, "CP_PLAN,CHRONOLOGY", 5), new() { RuleId = "IS-908", Field = $"documents[{plan.Item.Id}]", Due = Day(6) }];
        _net.Deliver(_net.Send());
        Part(plan.Item.Id, 1, 2);
        OwedList.Still(OwedList.Of(_net.At(Sandwell), Stub)).Select(owed => owed.RuleId).ShouldBe(["IS-901", "IS-908"]);
        Part(plan.Item.Id, 2, 2);
        var entries = OwedList.Of(_net.At(Sandwell), Stub);
        entries[0].ShouldSatisfyAllConditions(entry => entry.StruckOffAt.ShouldBeNull(), entry => entry.Owed.Params["list"].ShouldBe("CHRONOLOGY"));
        entries[1].ShouldSatisfyAllConditions(entry => entry.StruckOffAt.ShouldBe(_net.Now), entry => entry.By.ShouldBe(StruckOffBy.Document));
        OwedList.Of(_net.At(Leeds), Stub).ShouldBe(entries);
    }

    [Fact]
    public void An_alert_by_telephone_is_owed_for_an_hour_until_the_call_is_written_down()
    {
        _alert.Local = new() { OwedByPhone = [(Sandwell, _alert.Now)] };
        _alert.Send();
        var owed = Entry(_alert, Leeds, "phone");
        owed.Owed.Due.ToDateTimeOffset().ShouldBe(owed.Since.AddHours(1));
        new Escalations(_alert.At(Leeds), new(new())).All([owed]).Single(clock => clock.Name == ClockNames.Owed).HasRunOut(owed.Since.AddMinutes(61)).ShouldBeTrue();
        _alert.Send(_alert.Next(next => next.CallRecord = new() { SpokeTo = Gwen }));
        Entry(_alert, Leeds, "phone").By.ShouldBe(StruckOffBy.CallRecord);
    }

    [Fact]
    public void What_a_manager_let_pass_stands_first_on_both_sides_until_it_is_struck_off()
    {
        _owedIn[1] = [Paper("P2", "CHRONOLOGY", 5), LetPass("IS-102", 20), LetPass("IS-201", 9)];
        _owedIn[2] = [Paper("P2", "CHRONOLOGY", 5), LetPass("IS-102", 20)];
        _net.Deliver(_net.Send());
        foreach (var side in new[] { Leeds, Sandwell }) OwedList.Of(_net.At(side), Stub).Select(entry => entry.Owed.RuleId).ShouldBe(["IS-201", "IS-102", "IS-901"]);
        FlowOf.Reply(_net.At(Sandwell), new(new()), OwedList.Of(_net.At(Sandwell), Stub), _net.Now).Owed.Select(owed => owed.RuleId).ShouldBe(["IS-201", "IS-102", "IS-901"]);
        _net.Deliver(_net.Send(_net.Next()));
        OwedList.Of(_net.At(Sandwell), Stub).Select(entry => entry.Owed.RuleId).ShouldBe(["IS-102", "IS-901", "IS-201"]);
    }

    [Fact]
    public void The_flow_shows_only_what_is_still_owed()
    {
        _alert.Deliver(_alert.Send());
        _alert.Deliver(_alert.Send(_alert.Next(next => next.CallRecord = new() { SpokeTo = Gwen })));
        var state = _alert.At(Sandwell);
        var items = FlowOf.Reply(state, new(new()), OwedList.Of(state, Rules), _alert.Now).Owed.Select(owed => owed.Item).ToList();
        items.ShouldContain("identity");
        items.ShouldNotContain("call_record");
    }

    private static OwedEntry Entry(Network net, string agency, string item) => OwedList.Of(net.At(agency), Rules).Single(entry => entry.Owed.Item == item);

    private static Report Rules(VersionSeen version) => RuleSets.On(London.DayOf(version.MadeAt)).Judge(version.Transfer, new() { At = version.MadeAt });

    private Report Stub(VersionSeen version) => new() { Owed = { _owedIn[version.Number].Select(owed => owed.Clone()) } };

    private void Part(string document, uint part, uint of) =>
        _net.Deliver(_net.Write(Leeds, Sandwell, message => message.DocumentPart = new() { Document = document, Part = part, Of = of }));

    private static Owed Paper(string child, string list, int dueDay) =>
        new() { RuleId = "IS-901", Field = "documents", Due = Day(dueDay), Within = 5, Unit = Owed.Types.Unit.WorkingDays, Params = { ["child"] = child, ["list"] = list } };

    private static Owed LetPass(string rule, int dueDay) => new() { RuleId = rule, Field = "decisions[D1].reasoning", Due = Day(dueDay), OverriddenBy = "overrides[0]" };

    private static Timestamp Day(int day) => Timestamp.FromDateTimeOffset(new(2026, 11, day, 23, 59, 59, TimeSpan.Zero));
}
