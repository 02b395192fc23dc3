using InfoSharing.Exchange.Retention;
using InfoSharing.Exchange.Retention.Disposal;
using InfoSharing.Exchange.Retention.Schedule;
using InfoSharing.V1;
using Google.Protobuf.WellKnownTypes;
using Basis = InfoSharing.V1.DestructionCertificate.Types.Basis;
using Capacity = InfoSharing.V1.CustodyRecord.Types.Capacity;
using Kind = InfoSharing.V1.Act.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Tests.Component.Retention;

public sealed class ScheduleTests
{
    private static readonly DateOnly Day = new(2024, 2, 29);
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 17, 55, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, State.Accepted, "lead", "accepted", "2059-02-28")]
    [InlineData(false, State.PartAnswered, "lead", "accepted", "2059-02-28")]
    [InlineData(false, State.Accepted, "sender", "sender-copy", "2059-02-28")]
    [InlineData(false, State.Declined, "lead", "not-taken", "2025-02-28")]
    [InlineData(false, State.Declined, "sender", "not-taken", "2025-02-28")]
    [InlineData(false, State.Withdrawn, "lead", "not-taken", "2025-02-28")]
    [InlineData(false, State.Refused, "sender", "not-taken", "2025-02-28")]
    [InlineData(true, State.Delivered, "lead", "contact", "2030-02-28")]
    [InlineData(true, State.Delivered, "sender", "contact", "2030-02-28")]
    [InlineData(false, State.Delivered, "copy", "contact", "2030-02-28")]
    [InlineData(false, State.Misdirected, "lead", "misdirected", "2024-02-29")]
    [InlineData(true, State.Misdirected, "copy", "misdirected", "2024-02-29")]
    [InlineData(false, State.Misdirected, "sender", "not-taken", "2025-02-28")]
    public void Each_case_falls_due_by_its_end_and_side(bool alert, State state, string side, string entry, string on) =>
        new RetentionSchedule(new()).Of(new(alert, state, side == "sender", side == "lead", Day)).ShouldBe(new FallsDue(entry, DateOnly.Parse(on)));

    [Theory]
    [InlineData(false, State.Sent, "sender")]
    [InlineData(false, State.Delivered, "lead")]
    [InlineData(false, State.Asked, "lead")]
    [InlineData(false, State.Asked, "sender")]
    [InlineData(false, State.Held, "sender")]
    [InlineData(true, State.Held, "sender")]
    [InlineData(true, State.Sent, "sender")]
    [InlineData(false, State.Erased, "lead")]
    public void What_is_not_ended_has_no_period(bool alert, State state, string side) =>
        new RetentionSchedule(new()).Of(new(alert, state, side == "sender", side == "lead", Day)).ShouldBeNull();

    [Fact]
    public void An_agencys_own_schedule_rules() =>
        new RetentionSchedule(new() { NotTakenMonths = 24 }).Of(new(false, State.Declined, false, true, Day)).ShouldBe(new FallsDue("not-taken", new(2026, 2, 28)));

    [Theory]
    [InlineData("2008-11-02", false)]
    [InlineData("2008-11-03", true)]
    [InlineData("", true)]
    public void A_child_is_one_until_the_eighteenth_birthday_and_where_nobody_knows(string born, bool isChild) =>
        DueCases.IsAboutUnder18(new() { Persons = { new Person { Roles = { Role.Child }, DateOfBirth = born }, new Person { Roles = { Role.Parent } } } }, new(2026, 11, 2)).ShouldBe(isChild);

    [Fact]
    public void A_hold_is_on_to_its_last_instant_or_until_it_is_ended()
    {
        On(Record(Kind.Hold)).ShouldBeTrue();
        On(Record(Kind.Hold, until: Now)).ShouldBeTrue();
        On(Record(Kind.Hold, until: Now.AddTicks(-10))).ShouldBeFalse();
        On(Record(Kind.Hold), Record(Kind.EndHold)).ShouldBeFalse();
        On(Record(Kind.Hold), Record(Kind.EndHold), Record(Kind.Hold)).ShouldBeTrue();
        static bool On(params CustodyRecord[] records) => Of(records).Hold is not null;
    }

    [Fact]
    public void A_confirmation_counts_for_its_time_and_its_reason_and_not_past_a_keeping()
    {
        Other(Record(Kind.Dispose, Now.AddDays(-30))).ShouldBeTrue();
        Other(Record(Kind.Dispose, Now.AddDays(-30).AddTicks(-10))).ShouldBeFalse();
        Other(Record(Kind.Dispose), Record(Kind.Keep, until: Now.AddDays(1))).ShouldBeFalse();
        Of(Record(Kind.Dispose)).OtherConfirmation(Capacity.Manager, Basis.EndOfRetention).ShouldBeNull("its own capacity is not the other's");
        Of(Record(Kind.Dispose)).OtherConfirmation(Capacity.InformationGovernanceLead, Basis.CourtOrder).ShouldBeNull("for another reason");
        static bool Other(params CustodyRecord[] records) => Of(records).OtherConfirmation(Capacity.InformationGovernanceLead, Basis.EndOfRetention) is not null;
    }

    [Fact]
    public void An_enquiry_is_its_callers_until_its_time_is_over_or_it_is_closed()
    {
        var open = Record(Kind.OpenEnquiry, until: Now.AddMinutes(60));
        Of(open).EnquiryOf("desk", Now.AddMinutes(60).AddTicks(-10)).ShouldNotBeNull();
        Of(open).EnquiryOf("desk", Now.AddMinutes(60)).ShouldBeNull();
        Of(open).EnquiryOf("somebody else", Now).ShouldBeNull();
        Of(open, Record(Kind.CloseEnquiry)).EnquiryOf("desk", Now).ShouldBeNull();
    }

    [Fact]
    public void A_schedule_out_of_its_bounds_is_refused_in_words()
    {
        var results = new List<System.ComponentModel.DataAnnotations.ValidationResult>();
        var wrong = new RetentionOptions { AcceptedYears = 0, NotTakenMonths = 121, EnquiryMinutes = 61 };
        System.ComponentModel.DataAnnotations.Validator.TryValidateObject(wrong, new(wrong), results, validateAllProperties: true).ShouldBeFalse();
        results.Select(result => result.ErrorMessage).ShouldBe(
        [
            "Retention:AcceptedYears must be 1 to 100: the years for which the holder of a case keeps it, by your agency's schedule.",
            "Retention:NotTakenMonths must be 1 to 120: the months for which a case is kept that was declined, withdrawn or refused.",
            "Retention:EnquiryMinutes must be 5 to 60: a locked case opens for an hour at most.",
        ], ignoreOrder: true);
    }

    private static Custody Of(params CustodyRecord[] records) => Custody.Of(records, "leeds-social-care", Now, TimeSpan.FromDays(30));

    private static CustodyRecord Record(Kind kind, DateTimeOffset? at = null, DateTimeOffset? until = null) => new()
    {
        Act = new() { Kind = kind, Actor = "desk", At = (at ?? Now).ToTimestamp() },
        Until = until?.ToTimestamp(),
        By = new() { Name = "Marcus Bell", Role = "team manager" },
        Capacity = kind == Kind.Dispose ? Capacity.Manager : default,
        Basis = kind == Kind.Dispose ? Basis.EndOfRetention : default,
    };
}
