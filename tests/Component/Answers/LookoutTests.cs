using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Answers.Network;
using Country = InfoSharing.V1.Party.Types.Country;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using Unit = InfoSharing.V1.Settings.Types.Clock.Types.Unit;
using Urgency = InfoSharing.V1.Transfer.Types.Urgency;
using Why = InfoSharing.V1.Notice.Types.Why;

namespace InfoSharing.Tests.Component.Answers;

public sealed class LookoutTests
{
    private readonly Network _net = new(Samples.Complete());
    private readonly List<SaidAlready> _said = [];
    private Settings _settings = new();

    [Theory]
    [InlineData("2026-11-02T17:55:00Z", "2026-11-03T23:59:00Z", "2026-11-04T00:01:00Z")]
    [InlineData("2026-12-24T17:55:00Z", "2026-12-29T23:59:00Z", "2026-12-30T00:01:00Z")] // Christmas on Friday, Boxing Day kept on Monday
    [InlineData("2026-10-23T17:55:00Z", "2026-10-26T23:59:00Z", "2026-10-27T00:01:00Z")] // over the Sunday on which summer time ends
    [InlineData("2027-03-26T12:00:00Z", "2027-03-30T22:59:00Z", "2027-03-30T23:01:00Z")] // over Easter and the start of summer time: midnight is 23:00 UTC
    public void A_hand_over_without_a_receipt_is_undelivered_after_a_working_day(string sent, string before, string after)
    {
        _net.Now = At(sent);
        _net.Send();
        Undelivered(At(before)).ShouldBeEmpty();
        Undelivered(At(after)).ShouldHaveSingleItem().Notice.ShouldSatisfyAllConditions(
            notice => notice.Clock.ShouldBe("undelivered"), notice => notice.Why.ShouldBe(Why.ReceiverAway), notice => notice.Phone.ShouldBe("0121 2"), notice => notice.Step.ShouldBe(1u),
            notice => notice.Told.ShouldHaveSingleItem().ShouldBe(new Notice.Types.Told { Agency = Leeds, Role = "DUTY_MANAGER", Contact = "0113 2", OutOfHours = true }));
    }

    [Theory]
    [InlineData(Kind.Notification, Urgency.NonCrisis)]
    [InlineData(Kind.FullTransfer, Urgency.Crisis)]
    public void An_alert_and_a_crisis_are_undelivered_after_an_hour_also_when_the_clocks_go_back(Kind kind, Urgency urgency)
    {
        (_net.Transfer.Kind, _net.Transfer.Urgency) = (kind, urgency);
        _net.Now = At("2026-10-25T00:30:00Z"); // 01:30 in summer time; 01:30 comes again an hour later
        _net.Send();
        Undelivered(At("2026-10-25T01:29:00Z")).ShouldBeEmpty();
        Undelivered(At("2026-10-25T01:31:00Z")).Count.ShouldBe(1);
    }

    [Fact]
    public void An_area_sets_after_how_long()
    {
        _settings = new() { Clocks = { new Settings.Types.Clock { Name = "undelivered", Unit = Unit.ElapsedHours, Length = 4 } } };
        _net.Send();
        Undelivered(_net.Now.AddHours(3.9)).ShouldBeEmpty();
        Undelivered(_net.Now.AddHours(4.1)).Count.ShouldBe(1);
    }

    [Fact]
    public void What_was_said_is_not_said_again_and_each_next_role_is_told_in_its_turn_however_late()
    {
        _net.Transfer.Urgency = Urgency.Crisis;
        _net.Send();
        var sent = _net.Now;
        Say(sent.AddMinutes(61)).Select(say => (say.Event, say.Notice.Told[0].Role)).ShouldBe([("undelivered", "DUTY_MANAGER")]);
        Say(sent.AddMinutes(90)).ShouldBeEmpty();
        Say(sent.AddHours(20)).Select(say => (say.Event, say.Notice.Told[0].Role)).ShouldBe([("escalated", "HEAD_OF_SERVICE")]);
        Say(sent.AddDays(20)).ShouldBeEmpty();
    }

    [Fact]
    public void Who_slept_through_it_all_tells_each_role_once()
    {
        _net.Transfer.Urgency = Urgency.Crisis;
        _net.Send();
        Say(_net.Now.AddDays(3)).Where(say => say.Notice.Clock == "undelivered").Select(say => say.Notice.Step).ShouldBe([1u, 2u]);
        Say(_net.Now.AddDays(3)).ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_documents_many_parts_one_word_is_enough()
    {
        _net.Deliver(_net.Send());
        for (var part = 1u; part <= 40; part++) _net.Write(Leeds, Sandwell, message => message.DocumentPart = new() { Document = "DC1", Part = part, Of = 40 });
        var looked = Look(_net.Now.AddDays(3));
        looked.ToSay.Count(say => say.Event == "undelivered").ShouldBe(1);
        looked.Undelivered.Count.ShouldBe(40);
    }

    [Theory]
    [InlineData("2026-11-06T16:59:00Z", "0121 1", false)]
    [InlineData("2026-11-06T17:00:00Z", "0121 2", true)]
    [InlineData("2026-12-28T12:00:00Z", "0121 2", true)] // a bank holiday
    [InlineData("2026-07-06T08:00:00Z", "0121 1", false)] // nine in London's summer
    [InlineData("2026-07-06T07:59:00Z", "0121 2", true)]
    public void Out_of_hours_the_number_is_the_one_that_is_answered_then(string now, string number, bool outOfHours) =>
        new Ladder(Entry).Told(Sandwell, "DUTY_MANAGER", At(now), urgent: true).ShouldBe(new Notice.Types.Told { Agency = Sandwell, Role = "DUTY_MANAGER", Contact = number, OutOfHours = outOfHours });

    [Fact]
    public void A_crisis_that_nobody_acknowledges_in_an_hour_tells_the_out_of_hours_team_of_the_area_that_has_it()
    {
        _net.Transfer.Urgency = Urgency.Crisis;
        _net.Now = At("2026-11-06T17:55:00Z");
        _net.Deliver(_net.Send());
        Arrival(_net.Now.AddMinutes(60)).ShouldBeEmpty();
        Arrival(_net.Now.AddMinutes(61)).ShouldHaveSingleItem().Notice.Told.ShouldHaveSingleItem().ShouldBe(new Notice.Types.Told { Agency = Sandwell, Role = "OUT_OF_HOURS_TEAM", Contact = "0121 2", OutOfHours = true });
        _net.Now = _net.Now.AddMinutes(61);
        _net.Deliver(_net.Answer(_net.Question("P2")));
        var late = Arrival(_net.Now.AddDays(1)).ShouldHaveSingleItem();
        late.Notice.AnsweredAt.ShouldNotBeNull("a minute late; the roles after the first are told nothing");
    }

    [Fact]
    public void A_transfer_in_which_nothing_can_run_out_is_not_looked_at_again()
    {
        _net.Transfer.Kind = Kind.FullTransfer;
        _net.Deliver(_net.Send());
        Look(_net.Now).NextAt.ShouldNotBeNull();
        var answer = _net.Deliver(_net.Answer(_net.Acceptance("P2", "P3", "P4")));
        answer.ShouldNotBeNull();
        Look(_net.Now, Sandwell).ShouldSatisfyAllConditions(looked => looked.NextAt.ShouldBeNull(), looked => looked.Marks.ShouldBe(Marks.None));
    }

    [Fact]
    public void Both_heads_of_service_are_named_and_then_both_directors_and_then_the_partnerships()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Question("P2")));
        _net.Deliver(_net.Answer(_net.Question("P2")));
        Roles(_net.Now.AddMinutes(1)).ShouldBe([("disagreement-opened", "HEAD_OF_SERVICE")]);
        Roles(At("2026-11-03T23:59:00Z")).ShouldBeEmpty();
        Roles(At("2026-11-04T00:00:00Z")).ShouldBe([("escalated", "DIRECTOR")]);
        Roles(At("2026-11-06T00:00:00Z")).ShouldBe([("escalated", "PARTNERSHIP")]);
    }

    [Fact]
    public void An_agreement_ends_a_disagreement_and_what_is_asked_after_it_may_open_the_next()
    {
        _net.Deliver(_net.Send());
        Twice();
        Open().ShouldHaveSingleItem().Reasons.Select(reason => (reason.Agency, reason.What)).ShouldBe([(Sandwell, "asked"), (Sandwell, "asked")]);
        Note(Leeds, false, "Ludovic is in Sandwell since Monday.");
        Note(Sandwell, true, "Sandwell takes them on Thursday.");
        Open().ShouldBeEmpty();
        var ended = All().ShouldHaveSingleItem();
        ended.ShouldSatisfyAllConditions(
            one => one.ClosedBy.ShouldBe(Flow.Types.Disagreement.Types.ClosedBy.Agreement), one => one.Interim!.WhoVisits.ShouldBe(Gwen),
            one => one.Reasons.Select(reason => reason.What).ShouldBe(["asked", "asked", "disagreement-reason", "disagreement-agreed"]));
        new Disagreements(_net.At(Sandwell), new(new())).At(_net.Now).ShouldHaveSingleItem().Reasons.ShouldBe(ended.Reasons, "both ledgers have the same");
        _net.Now = _net.Now.AddHours(1);
        _net.Deliver(_net.Answer(_net.Question("P2")));
        Open().ShouldBeEmpty();
        _net.Deliver(_net.Answer(_net.Question("P2")));
        Open().ShouldHaveSingleItem().Reasons.Count.ShouldBe(2);
        All().Count.ShouldBe(2);
    }

    [Fact]
    public void The_senders_reasons_answer_a_decline_and_open_the_disagreement_at_once()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Decline("P2")));
        Open().ShouldBeEmpty();
        Note(Leeds, false, "He was seen at the new nursery today.");
        Open().ShouldHaveSingleItem().By.ShouldBe(OpenedBy.EitherSide);
    }

    private void Twice()
    {
        _net.Deliver(_net.Answer(_net.Question("P2")));
        _net.Deliver(_net.Answer(_net.Question("P2")));
    }

    private void Note(string from, bool agreed, string words) => _net.Deliver(_net.Write(from, from == Leeds ? Sandwell : Leeds, message => message.DisagreementNote = new()
    {
        Children = { "P2" }, Words = Words(words), Agreed = agreed, By = Gwen,
        InterimArrangement = { new InterimArrangement { Child = "P2", WhoVisits = Gwen, AgreedByFrom = Gwen, AgreedByTo = Gwen } },
    }));

    private List<Disagreement> Open() => [.. All().Where(one => one.ClosedAt is null)];

    private IReadOnlyList<Disagreement> All() => new Disagreements(_net.At(Leeds), new(new())).At(_net.Now);

    private List<(string, string)> Roles(DateTimeOffset now)
    {
        var said = Say(now).Where(say => say.Notice.Clock.StartsWith("disagreement", StringComparison.Ordinal)).ToList();
        said.ShouldAllBe(say => say.Notice.Told.Select(told => told.Agency).SequenceEqual(new[] { Leeds, Sandwell }));
        return [.. said.Select(say => (say.Event, say.Notice.Told[0].Role))];
    }

    private List<ToSay> Undelivered(DateTimeOffset now) => [.. Look(now).ToSay.Where(say => say.Event == "undelivered")];

    private List<ToSay> Arrival(DateTimeOffset now) => [.. Look(now).ToSay.Where(say => say.Notice.Clock == "arrival")];

    // Looks, and keeps what was said as the ledger would.
    private List<ToSay> Say(DateTimeOffset now)
    {
        var looked = Look(now);
        _said.AddRange(looked.ToSay.Select(say => new SaidAlready(now, say.Event, say.Notice, say.Message?.Id.ToString("D") ?? "")));
        return [.. looked.ToSay];
    }

    private Looked Look(DateTimeOffset now, string agency = Leeds)
    {
        var waiting = _net.LedgerOf(agency).Where(one => one.Message.Sender == agency && one.ReceiptedAt is null).Select(one => new WaitingMessage(Guid.Parse(one.Message.Id), one.Message.Recipient, one.Message.BodyCase == Message.BodyOneofCase.DocumentPart ? "document_part" : "transfer", one.StoredAt)).ToList();
        return new Lookout(_net.At(agency), new(_settings), new(Entry), _ => Why.ReceiverAway).At(now, (IReadOnlyList<OwedEntry>)[], waiting, _said);
    }

    private static DirectoryAgency? Entry(string agency) => agency is not (Leeds or Sandwell) ? null : new()
    {
        Id = agency, Country = Country.Eng,
        Contacts = new() { EmergencyPhone = agency == Leeds ? "0113 1" : "0121 1", OutOfHoursPhone = agency == Leeds ? "0113 2" : "0121 2", DutyInbox = "duty@example.org", EscalationRoles = { "duty manager", "head of service" } },
    };

    private static DateTimeOffset At(string written) => DateTimeOffset.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
}
