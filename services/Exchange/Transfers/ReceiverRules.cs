using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Questions;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Exchange.Transfers;

/// <summary>Step 10: what the receiver's own rules say of a transfer that came. Nothing of it sends the transfer back; what they add is asked.</summary>
internal sealed class ReceiverRules(AgencyKeys us, Judgements judgements, TimeProvider clock)
{
    private const string Role = "this agency's own rules";

    /// <summary>The report under our own settings, on the day on which the sender made the message.</summary>
    internal Report Judge(Message message, Transfer transfer) =>
        RuleSets.Judge(transfer, Context(message));

    /// <summary>What our rules ask that the sender's did not; null where the settings are the same, or nothing is left to ask.</summary>
    internal Asked? Ask(Message message, Transfer transfer, Report own, DateTimeOffset now)
    {
        var senders = judgements.SettingsOf(message.Sender);
        if (senders.Equals(judgements.Own)) return null;
        var theirs = RuleSets.Judge(transfer, Context(message) with { Settings = senders });
        var asked = ReceiverQuestions.Answer(transfer, ReceiverQuestions.Of(transfer, us.Agency, own, theirs), own);
        if (asked is null) return null;
        (asked.By, asked.At) = (new() { Role = Role, Org = us.Agency }, Timestamp.FromDateTimeOffset(now));
        return asked;
    }

    private JudgingContext Context(Message message) => judgements.At(clock.GetUtcNow(), DayOf(message)) with { Withheld = message.Withheld };

    private DateOnly DayOf(Message message) => London.DayOf(Exchanged.MadeAtOf(message.Id) ?? clock.GetUtcNow());
}
