using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Operating;

/// <summary>
/// The sets that were frozen to be sent again. They live in the ledger's records and nowhere else, so that any process goes on with them, after any crash, where they were: frozen,
/// agreed, so many gone, stopped.
/// </summary>
internal sealed class RedriveSets(ILedger ledger, TimeProvider clock)
{
    private const string Kind = "redrive";

    /// <summary>Freezes one.</summary>
    internal async Task<RedriveSet> FreezeAsync(IReadOnlyList<Guid> messages, string reason, Caller caller, CancellationToken cancellationToken)
    {
        var set = new RedriveSet(Guid.CreateVersion7(clock.GetUtcNow()), caller.Name, messages);
        var step = Step(set.Id, caller);
        step.Reason = reason;
        step.Frozen.AddRange(messages.Select(id => ByteString.CopyFrom(id.ToByteArray(bigEndian: true))));
        await ledger.AppendAsync(new() { Rows = new() { Audits = [Record(step)] } }, cancellationToken);
        return set;
    }

    /// <summary>A set as it stands.</summary>
    /// <exception cref="NotHereException">There is none.</exception>
    internal async Task<RedriveSet> FindAsync(string written, CancellationToken cancellationToken)
    {
        RedriveSet? set = null;
        if (Guid.TryParse(written, out var id))
            foreach (var record in await ledger.OfHouseAsync(Kind, 0, cancellationToken))
                if (RedriveStep.Parser.ParseFrom(record.Detail.Open()) is var step && step.SetId == id.ToString("D")) set = After(set, step);
        return set ?? throw new NotHereException("set of messages to be sent again");
    }

    /// <summary>Notes that so many more go, together with their going.</summary>
    internal Task GoAsync(RedriveSet set, IReadOnlyList<Guid> messages, Caller caller, CancellationToken cancellationToken)
    {
        var step = Step(set.Id, caller);
        step.Gone = (uint)(set.Gone + messages.Count); // in all: of two who go on with it at once, neither passes over what the other has not sent
        var now = clock.GetUtcNow();
        return ledger.AppendAsync(new() { Rows = new() { Again = [.. messages.Select(id => new AgainRow(id, now))], Audits = [Record(step)] } }, cancellationToken);
    }

    /// <summary>A second person agrees.</summary>
    internal async Task<AgreeReply> AgreeAsync(AgreeRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var set = await FindAsync(request.SetId, cancellationToken);
        if (set.By == caller.Name) throw new ActNotAllowedException(TheSamePerson);
        var step = Step(set.Id, caller);
        step.Agreed = true;
        await ledger.AppendAsync(new() { Rows = new() { Audits = [Record(step)] } }, cancellationToken);
        return new() { Of = (uint)set.Messages.Count };
    }

    /// <summary>Somebody stops it.</summary>
    internal async Task<StopReply> StopAsync(StopRequest request, Caller caller, CancellationToken cancellationToken)
    {
        await SayAsync((await FindAsync(request.SetId, cancellationToken)).Id, caller, stopped: true, cancellationToken);
        return new();
    }

    /// <summary>It goes on.</summary>
    internal Task GoOnAsync(RedriveSet set, Caller caller, CancellationToken cancellationToken) => SayAsync(set.Id, caller, stopped: false, cancellationToken);

    private static No TheSamePerson { get; } = new("the-same-person", NoKind.FailedPrecondition, "Whoever froze the set cannot also be the second person: let another operator agree to it.", []);

    private Task<AppendResult> SayAsync(Guid set, Caller caller, bool stopped, CancellationToken cancellationToken)
    {
        var step = Step(set, caller);
        (step.Stopped, step.GoesOn) = (stopped, !stopped);
        return ledger.AppendAsync(new() { Rows = new() { Audits = [Record(step)] } }, cancellationToken);
    }

    private static RedriveSet? After(RedriveSet? set, RedriveStep step) => set is null
        ? step.Frozen.Count == 0 ? null : new(Guid.Parse(step.SetId), step.Who.Actor, [.. step.Frozen.Select(id => new Guid(id.Span, bigEndian: true))])
        : set with { Gone = Math.Max(set.Gone, (int)step.Gone), Agreed = set.Agreed || step.Agreed, Stopped = step.Stopped || set.Stopped && !step.GoesOn };

    private RedriveStep Step(Guid set, Caller caller) => new()
    {
        SetId = set.ToString("D"), Who = new() { Kind = Act.Types.Kind.Redrive, Actor = caller.Name, Role = caller.Role, Agency = caller.Agency, At = Timestamp.FromDateTimeOffset(clock.GetUtcNow()) },
    };

    private static AuditRow Record(RedriveStep step) => new(null, 0, Kind, step.ToByteArray());
}
