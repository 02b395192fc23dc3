using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Kit.Reading;

/// <summary>One transfer that shows what a rule means: it fires on the bad one and is silent on the good one.</summary>
/// <param name="Story">What happened, in a sentence that a worker would say.</param>
/// <param name="Transfer">The whole transfer, judged on <see cref="Beside.At"/>.</param>
/// <param name="Show">The part of it that makes the difference, as a finding names it: <c>decisions[D1].reasoning</c>; of the act where there is one.</param>
/// <param name="Excerpt">That part as JSON; null where nothing is written there.</param>
/// <param name="Beside">What may be known beside the transfer.</param>
public sealed record Example(string Story, Transfer Transfer, string Show, string? Excerpt, Beside Beside)
{
    /// <summary>The act that is judged, where it is not the transfer itself: a conference pack, an override, a request to partners.</summary>
    public IMessage? Act { get; init; }

    /// <summary>What a rule set says of it.</summary>
    public Report Judge(RuleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Act is null ? set.Judge(Transfer, Beside.Context) : set.JudgeAct(Act, Beside.Context, Transfer);
    }
}
