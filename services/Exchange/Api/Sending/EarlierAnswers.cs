using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Sending;

/// <summary>The same send again gets the first answer again, whatever the rules and the directory say by now.</summary>
internal static class EarlierAnswers
{
    /// <summary>The code of a decision: the id stands for another transfer.</summary>
    internal const string OtherTransfer = "other-transfer";

    private const string OtherContent = "This id and version, or this request id, was sent with other content. Make a new version with Supply, or a new transfer with an id of its own.";

    /// <summary>The answer of an earlier send with this key; null where there is none.</summary>
    /// <exception cref="OtherContentException">Another send has its request id.</exception>
    internal static SendReply? Find(SendKey key, BeforeSend before)
    {
        foreach (var stored in before.Answers.OfType<StoredAnswer>())
        {
            if (!stored.Digest.AsSpan().SequenceEqual(key.Digest)) throw new OtherContentException(OtherContent);
            if (stored.Answer.Open() is { } answer) return SendReply.Parser.ParseFrom(answer);
        }
        return null;
    }

    /// <summary>What a caller is told of a write: its own answer, or that of the write before which it came too late.</summary>
    /// <exception cref="OtherContentException">The id stands for something else.</exception>
    internal static SendReply Answer(AppendResult result, SendReply own) => result.Outcome switch
    {
        AppendOutcome.Stored => own,
        AppendOutcome.Repeated => result.Answer is { } first ? SendReply.Parser.ParseFrom(first) : own,
        AppendOutcome.AlreadyExists => throw new OtherContentException(OtherContent),
        _ when result.Reason == "erased" => throw new NotHereException("transfer"),
        _ => throw new OtherContentException(OtherContent),
    };
}
