using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Exchange.Retention.Schedule;

/// <summary>What the schedule asks of a case: nothing that stands in it.</summary>
/// <param name="IsAlert">True where it told and did not hand over.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsSender">True where this agency sent it.</param>
/// <param name="IsLead">True where this agency was asked to take it.</param>
/// <param name="Since">London's day of the last that happened to it.</param>
internal sealed record RetentionFacts(bool IsAlert, State State, bool IsSender, bool IsLead, DateOnly Since);

/// <summary>When a case falls due, and by which entry of the schedule.</summary>
/// <param name="Entry">"accepted", "sender-copy", "not-taken", "contact", "misdirected".</param>
/// <param name="On">The day from which it is due.</param>
internal sealed record FallsDue(string Entry, DateOnly On);

/// <summary>The schedule. Pure: the day follows from the facts and the settings alone.</summary>
internal sealed class RetentionSchedule(RetentionOptions options)
{
    /// <summary>When it falls due; null while it is not answered or ended, or is erased.</summary>
    internal FallsDue? Of(RetentionFacts facts) => facts.State switch
    {
        State.Erased or State.Unspecified => null,
        // The sender's own case stays; what came here by mistake goes at once, by closing the enquiry.
        State.Misdirected => facts.IsSender ? NotTaken(facts) : new("misdirected", facts.Since),
        State.Refused or State.Declined or State.Withdrawn when !facts.IsAlert => NotTaken(facts),
        State.Accepted or State.PartAnswered when facts.IsLead => new("accepted", facts.Since.AddYears(options.AcceptedYears)),
        State.Accepted or State.PartAnswered when facts.IsSender => new("sender-copy", facts.Since.AddYears(options.SenderCopyYears)),
        _ when facts.IsAlert || (!facts.IsSender && !facts.IsLead) => facts.State is State.Held or State.Sent ? null : new("contact", facts.Since.AddYears(options.ContactYears)),
        _ => null,
    };

    private FallsDue NotTaken(RetentionFacts facts) => new("not-taken", facts.Since.AddMonths(options.NotTakenMonths));
}
