using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using Body = InfoSharing.V1.Message.BodyOneofCase;
using Step = InfoSharing.V1.Withdrawn.Types.Step;

namespace InfoSharing.Exchange.Answers.Folding;

/// <summary>The lead's answers in the order of its ledger. What its ledger could not have committed rightly changes nothing here either.</summary>
internal sealed class AnswerFold
{
    private readonly bool _handOver;
    private readonly IReadOnlyList<VersionSeen> _versions;
    private readonly Dictionary<uint, IReadOnlySet<string>> _childrenIn;
    private readonly SortedDictionary<string, List<(Turn Turn, ChildAnswer Answer)>> _turns = new(StringComparer.Ordinal);

    internal AnswerFold(TransferState state, NumberedStream forward, IReadOnlyList<VersionSeen> versions)
    {
        _handOver = state.IsHandOver;
        _versions = versions;
        _childrenIn = versions.ToDictionary(version => version.Number, version => ChildrenOf.Version(version.Transfer));
        foreach (var child in _childrenIn.Values.SelectMany(children => children)) _turns.TryAdd(child, []);
        var request = forward.Applied.FirstOrDefault(one => one.Message.BodyCase == Body.Withdrawn && one.Message.Withdrawn.Step == Step.Requested);
        if (request is not null && _handOver) Withdrawal = new(Step.Requested, request.MadeAt, request.Message.Withdrawn.Reason);
    }

    /// <summary>The withdrawal as far as it has got.</summary>
    internal Withdrawal? Withdrawal { get; private set; }

    /// <summary>When the lead first answered in any way.</summary>
    internal DateTimeOffset? FirstAnswerAt { get; private set; }

    internal void Apply(IEnumerable<Exchanged> answers)
    {
        foreach (var one in answers)
        {
            switch (one.Message.BodyCase)
            {
                case Body.Accepted: Accept(one.Message.Accepted, one); break;
                case Body.Declined: Decline(one.Message.Declined, one); break;
                case Body.Asked: Ask(one.Message.Asked, one); break;
                case Body.Withdrawn: Answer(one.Message.Withdrawn); break;
                default: break;
            }
        }
    }

    internal IReadOnlyList<ChildState> Children()
    {
        var newest = _versions[^1];
        return [.. _turns.Select(child => new ChildState(child.Key, Now(child.Value), [.. child.Value.Select(one => one.Turn)], _childrenIn[newest.Number].Contains(child.Key)))];
    }

    private void Accept(Accepted said, Exchanged one)
    {
        var at = Said(said.At, one);
        foreach (var child in NotTaken(said.Children, said.SawVersion))
            if (_handOver && OrdersThatStay.For(Version(said.SawVersion)!.Transfer, child, London.DayOf(at)) is null)
                _turns[child].Add((new(TurnKind.Accepted, at, said.SawVersion, said.By), new ChildAnswer.Taken(at, said.By, said.SawVersion)));
    }

    private void Decline(Declined said, Exchanged one)
    {
        var at = Said(said.At, one);
        foreach (var child in NotTaken(said.Children, said.SawVersion))
            if (_handOver)
                _turns[child].Add((new(TurnKind.Declined, at, said.SawVersion, said.By) { Words = said.Words is null ? [] : [said.Words] }, new ChildAnswer.Refused(at, said.Reason, said.Words, said.By, said.SawVersion)));
    }

    // What the lead's rules ask by themselves is no turn of a person: it acknowledges nothing, and opens no disagreement.
    private void Ask(Asked said, Exchanged one)
    {
        if (said.Questions.Count == 0 && said.RuleQuestions.Count > 0) return;
        var at = Said(said.At, one);
        foreach (var child in NotTaken(said.Children, said.SawVersion))
            _turns[child].Add((new(TurnKind.Asked, at, said.SawVersion, said.By) { Words = [.. said.Questions] }, new ChildAnswer.Questioned(at, [.. said.Questions], said.By, said.SawVersion)));
    }

    // The lead's ledger orders: what it committed before its own WITHDRAWN stands, what comes after it does not.
    private void Answer(Withdrawn said)
    {
        if (Withdrawal is null) return;
        if (said.Step == Step.TooLate && Withdrawal.Step == Step.Requested)
            Withdrawal = Withdrawal with { Step = Step.TooLate, AcceptedAt = Written.Time(said.AcceptedAt) };
        else if (said.Step == Step.Withdrawn && Withdrawal.Step != Step.TooLate)
            Withdrawal = Kept(Withdrawal with { Step = Step.Withdrawn }, said);
    }

    // The ledger answers first; what a person then does with what is known comes after it, and the last word counts.
    private static Withdrawal Kept(Withdrawal withdrawal, Withdrawn said) =>
        said.ReceiverKeeps == default ? withdrawal : withdrawal with { Keeps = said.ReceiverKeeps, KeptBy = said.By, KeptAt = Written.Time(said.At), KeepsBecause = said.KeepsBecause };

    private DateTimeOffset Said(Google.Protobuf.WellKnownTypes.Timestamp? written, Exchanged one)
    {
        var at = Written.Time(written) ?? one.MadeAt;
        if (FirstAnswerAt is null || at < FirstAnswerAt) FirstAnswerAt = at;
        return at;
    }

    // Those children of the version that was seen who are not taken yet: an acceptance is never undone by a later word.
    private List<string> NotTaken(IEnumerable<string> children, uint saw)
    {
        if (Withdrawal?.Step == Step.Withdrawn || Version(saw) is null) return [];
        return [.. children.Distinct().Where(child => _childrenIn[saw].Contains(child) && _turns[child] is not [.., { Answer: ChildAnswer.Taken }])];
    }

    private VersionSeen? Version(uint number) => _versions.FirstOrDefault(version => version.Number == number);

    private ChildAnswer Now(List<(Turn Turn, ChildAnswer Answer)> turns)
    {
        if (turns.Count == 0) return new ChildAnswer.Open();
        if (turns[^1].Answer is not ChildAnswer.Questioned asked) return turns[^1].Answer;
        return _versions.FirstOrDefault(version => version.Number > asked.Version) is { } next ? new ChildAnswer.Supplied(next.MadeAt, next.Number, asked) : asked;
    }
}
