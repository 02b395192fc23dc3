using InfoSharing.Exchange.Answers;
using InfoSharing.Exchange.Answers.Holding;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Answers.Network;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Tests.Component.Answers;

public sealed class ResponsibilityTests
{
    private readonly Network _net = new(Samples.Complete());

    [Fact]
    public void It_is_the_senders_until_the_lead_has_accepted_and_in_the_gap_both_watch()
    {
        _net.Deliver(_net.Send());
        Read(_net, Leeds, "P2").ShouldBe((Leeds, Reads.OursUnlessAcceptanceOnItsWay));
        Read(_net, Sandwell, "P2").ShouldBe((Leeds, Reads.Theirs));
        var said = _net.Answer(_net.Acceptance("P2"));
        Read(_net, Leeds, "P2").ShouldBe((Leeds, Reads.OursUnlessAcceptanceOnItsWay));
        Read(_net, Sandwell, "P2").ShouldBe((Sandwell, Reads.Ours));
        _net.Deliver(said);
        Read(_net, Leeds, "P2").ShouldBe((Sandwell, Reads.Theirs));
        Read(_net, Leeds, "P3").ShouldBe((Leeds, Reads.OursUnlessAcceptanceOnItsWay));
        Responsibility.Of(_net.At(Leeds), _net.Now)[0].Since.ShouldBe(said.Message.Accepted.At.ToDateTimeOffset());
    }

    [Fact]
    public void A_decline_a_question_and_a_withdrawal_move_nothing()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Acceptance("P2")));
        _net.Deliver(_net.Answer(_net.Decline("P3")));
        _net.Deliver(_net.Answer(_net.Question("P4")));
        _net.Deliver(_net.Withdraw());
        foreach (var agency in new[] { Leeds, Sandwell })
            Responsibility.Of(_net.At(agency), _net.Now).Select(held => held.Holder).ShouldBe([Sandwell, Leeds, Leeds]);
    }

    [Fact]
    public void After_a_confirmed_withdrawal_it_is_the_senders_without_doubt()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Withdraw());
        Read(_net, Leeds, "P2").Item2.ShouldBe(Reads.OursUnlessAcceptanceOnItsWay);
        _net.Deliver(_net.Answer(new Withdrawn { Step = Withdrawn.Types.Step.Withdrawn }));
        Read(_net, Leeds, "P2").ShouldBe((Leeds, Reads.Ours));
    }

    [Fact]
    public void A_child_under_an_order_that_stays_stays_with_the_sender_whatever_is_said()
    {
        var net = new Network(ActsTests.WithOrder(Samples.Complete(), "P3"));
        net.Deliver(net.Send());
        net.Deliver(net.Answer(net.Acceptance("P2", "P3")));
        Read(net, Leeds, "P3").ShouldBe((Leeds, Reads.Ours));
        Read(net, Sandwell, "P3").ShouldBe((Leeds, Reads.Theirs));
        Read(net, Sandwell, "P2").ShouldBe((Sandwell, Reads.Ours));
        Responsibility.Of(net.At(Leeds), net.Now).Where(held => held.OrderStays).Select(held => held.Child).ShouldBe(["P3"]);
    }

    [Fact]
    public void Another_kind_of_agency_holds_nothing_by_this_transfer()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Send(to: Health));
        Responsibility.Holder(_net.At(Leeds), "P2", AgencyKind.Health).ShouldBeNull();
        Responsibility.Holder(_net.At(Leeds), "P2", AgencyKind.SocialCare).ShouldBe(Leeds);
        Read(_net, Health, "P2").ShouldBe((Leeds, Reads.AskTheSender));
    }

    [Fact]
    public void A_hand_over_between_two_kinds_of_agency_moves_no_responsibility()
    {
        var transfer = Samples.Complete();
        transfer.From.AgencyKind = AgencyKind.Police;
        var net = new Network(transfer);
        net.Deliver(net.Send());
        net.Deliver(net.Answer(net.Acceptance("P2")));
        Read(net, Leeds, "P2").ShouldBe((Leeds, Reads.Ours));
        Read(net, Sandwell, "P2").ShouldBe((Leeds, Reads.Theirs));
    }

    [Fact]
    public void An_alert_moves_nothing()
    {
        var net = new Network(Samples.Alert());
        net.Deliver(net.Send());
        net.Deliver(net.Answer(net.Acceptance("P1")));
        Read(net, Leeds, "P1").ShouldBe((Leeds, Reads.Ours));
    }

    [Fact]
    public void A_child_whom_a_later_version_leaves_out_still_has_a_holder()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Send(_net.Next(next => next.Persons.Remove(next.Persons.Single(person => person.Ref == "P4")))));
        _net.At(Sandwell).Child("P4").ShouldNotBeNull().InNewest.ShouldBeFalse();
        Read(_net, Sandwell, "P4").ShouldBe((Leeds, Reads.Theirs));
    }

    [Fact]
    public void The_duty_to_act_lies_where_the_child_is_from_the_moment_that_area_is_told()
    {
        var sent = _net.Send();
        Must(_net, Leeds).ShouldBe(Leeds);
        _net.Deliver(sent, receiptIsLost: true);
        Must(_net, Sandwell).ShouldBe(Sandwell);
        Must(_net, Leeds).ShouldBe(Leeds);
        _net.Deliver(sent);
        Must(_net, Leeds).ShouldBe(Sandwell);
        _net.Deliver(_net.Answer(_net.Decline("P2", "P3", "P4")));
        Must(_net, Leeds).ShouldBe(Sandwell);
        _net.Deliver(_net.Withdraw());
        _net.Deliver(_net.Answer(new Withdrawn { Step = Withdrawn.Types.Step.Withdrawn }));
        Must(_net, Sandwell).ShouldBe(Sandwell);
    }

    [Fact]
    public void Before_the_move_in_a_lost_place_or_misdirected_the_sender_must_act()
    {
        foreach (var change in new Action<Transfer>[] { one => one.Move.Date = "2026-11-03", one => one.Move.WhereaboutsKnown = YesNo.No, one => one.Lead.AreaUnknown = true })
        {
            var transfer = Samples.Complete();
            change(transfer);
            var net = new Network(transfer);
            net.Deliver(net.Send());
            Must(net, Sandwell).ShouldBe(Leeds);
        }
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Write(Sandwell, Leeds, message => message.Misdirected = new() { By = Gwen, At = _net.Acceptance().At }));
        Must(_net, Leeds).ShouldBe(Leeds);
        Must(_net, Sandwell).ShouldBe(Leeds);
    }

    [Fact]
    public void The_page_says_who_runs_the_plan_who_must_act_and_who_visits()
    {
        _net.Deliver(_net.Send());
        var page = ResponsibilityPage.Of(_net.At(Sandwell), _net.Now)[0];
        page.ShouldSatisfyAllConditions(
            one => one.Held.Holder.ShouldBe(Leeds),
            one => one.MustActNow.ShouldBe(Sandwell),
            one => one.AreaGss.ShouldBe("E08000028"),
            one => one.Law.ShouldBe(ResponsibilityPage.Section47),
            one => one.Interim.ShouldNotBeNull().HowOften.ShouldBe("weekly"),
            one => one.Always.ShouldBeTrue());
        _net.Deliver(_net.Answer(_net.Acceptance("P2")));
        ResponsibilityPage.Of(_net.At(Sandwell), _net.Now)[0].Always.ShouldBeFalse();
    }

    [Fact]
    public void Visits_that_one_area_alone_has_agreed_are_not_agreed()
    {
        var transfer = Samples.Complete();
        transfer.InterimArrangement[0].AgreedByTo = null;
        var net = new Network(transfer);
        net.Deliver(net.Send());
        ResponsibilityPage.Of(net.At(Leeds), net.Now)[0].Interim.ShouldBeNull();
    }

    [Fact]
    public void The_flow_says_it_in_the_contracts_words()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Question("P4")));
        _net.Deliver(_net.Send(_net.Next()));
        _net.Deliver(_net.Answer(_net.Acceptance("P2")));
        var reply = FlowOf.Reply(_net.At(Leeds), new ClockTable(new()), [], _net.Now);
        reply.CaseResponsibility.Select(one => (one.Child, one.AgencyKind, one.Holder)).ShouldBe([("P2", AgencyKind.SocialCare, Sandwell), ("P3", AgencyKind.SocialCare, Leeds), ("P4", AgencyKind.SocialCare, Leeds)]);
        reply.MustActNow.ShouldBe(Sandwell);
        reply.Flow.ShouldSatisfyAllConditions(
            flow => flow.SentAt.ShouldNotBeNull(),
            flow => flow.DeliveredAt.ShouldNotBeNull(),
            flow => flow.AcknowledgedAt.ShouldBe(flow.Questions.ShouldHaveSingleItem().At),
            flow => flow.NextStepDecidedAt.ShouldBe(flow.Accepted.ShouldHaveSingleItem().At),
            flow => flow.PreviousVersion.Version.ShouldBe(1u),
            flow => flow.Conference.StartedAt.ShouldBe(flow.DeliveredAt),
            flow => flow.Disagreement.ShouldBeEmpty());
    }

    private static (string, Reads) Read(Network net, string agency, string child)
    {
        var held = Responsibility.Of(net.At(agency), net.Now).Single(one => one.Child == child);
        return (held.Holder, held.Reads);
    }

    private static string Must(Network net, string agency) => MustActNow.Of(net.At(agency), net.Now)!.Agency;
}
