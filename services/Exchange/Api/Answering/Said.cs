using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Rules;
using Answer = InfoSharing.V1.RespondRequest.AnswerOneofCase;

namespace InfoSharing.Exchange.Api.Answering;

/// <summary>What the lead says, with who and when: where the request leaves those blank, the caller and this instant.</summary>
internal sealed class Said
{
    private readonly string _us;
    private readonly Timestamp _at;

    internal Said(RespondRequest request, Caller caller, string us, DateTimeOffset now)
    {
        _us = us;
        Kind = request.AnswerCase;
        Accepted = request.Accepted?.Clone() ?? new();
        Declined = request.Declined?.Clone() ?? new();
        Asked = request.Asked?.Clone() ?? new();
        Kept = request.Kept?.Clone() ?? new();
        var (who, at) = (new Who { Name = caller.Name, Role = caller.Role, Org = us }, Timestamp.FromDateTimeOffset(now));
        if (Accepted.By.IsBlank()) Accepted.By = who;
        if (Declined.By.IsBlank()) Declined.By = who;
        if (Asked.By.IsBlank()) Asked.By = who;
        if (Kept.By.IsBlank()) Kept.By = who;
        _at = at;
        // The instant at which responsibility passes is this ledger's to say, never the caller's.
        Accepted.At = Declined.At = Asked.At = at;
    }

    internal Answer Kind { get; }

    internal Accepted Accepted { get; }

    internal Declined Declined { get; }

    internal Asked Asked { get; }

    internal Keeping Kept { get; }

    /// <summary>The version that was seen; 0 where none was named.</summary>
    internal uint SawVersion => Kind switch { Answer.Accepted => Accepted.SawVersion, Answer.Declined => Declined.SawVersion, Answer.Asked => Asked.SawVersion, _ => 0 };

    /// <summary>Why, for the record.</summary>
    internal Text? Reason => Kind switch { Answer.Declined => Declined.Words, Answer.Kept => Kept.Because, _ => null };

    /// <summary>The message to the sender.</summary>
    internal Message To(TransferState state, Guid transferId, DateTimeOffset now)
    {
        Accepted.RuleSet = Declined.RuleSet = Asked.RuleSet = RuleSets.On(London.DayOf(state.Versions[0].MadeAt)).Version;
        var message = Messages.New(_us, state.Sender, transferId, SawVersion == 0 ? state.NewestStored : SawVersion, now);
        switch (Kind)
        {
            case Answer.Accepted: message.Accepted = Accepted; break;
            case Answer.Declined: message.Declined = Declined; break;
            case Answer.Kept: message.Withdrawn = new() { Step = Withdrawn.Types.Step.Withdrawn, ReceiverKeeps = Kept.Keeps, KeepsBecause = Kept.Because, By = Kept.By, At = _at }; break;
            default: message.Asked = Asked; break;
        }
        return message;
    }
}
