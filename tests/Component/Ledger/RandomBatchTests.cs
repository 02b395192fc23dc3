using System.Collections.Concurrent;
using InfoSharing.Exchange.Ledger.Entries;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>Whatever comes in whatever order, twice or at once: each thing is stored once, all who asked the same got the same, and the chain holds.</summary>
public abstract class RandomBatchTests(Keeper keeper) : RoomTests(keeper)
{
    [Theory]
    [InlineData(1)]
    [InlineData(20261102)]
    [InlineData(777)]
    public async Task Random_batches_with_doubles_store_each_thing_once(int seed)
    {
        var transfers = Enumerable.Range(0, 12).Select(_ => _room.NewId()).ToArray();
        var messages = Enumerable.Range(1, 12).Select(sequence => (Id: _room.NewId(), Sequence: (ulong)sequence)).ToArray();
        var answers = new ConcurrentDictionary<string, ConcurrentBag<AppendResult>>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            var own = new Random(seed + worker);
            for (var i = 0; i < 60; i++)
            {
                var transfer = transfers[own.Next(transfers.Length)];
                if (own.Next(2) == 0)
                {
                    var words = $"words {own.Next(3)}";
                    Note($"send {transfer} {words}", await _room.Append(_room.Send(transfer, words)));
                }
                else
                {
                    var (id, sequence) = messages[own.Next(messages.Length)];
                    Note($"receive {id}", await _room.Append(_room.Receive(transfers[0], sequence, $"message {sequence}", id)));
                }
            }
        }, Stop)));

        foreach (var (what, results) in answers)
        {
            results.Count(result => result.Outcome == AppendOutcome.Stored).ShouldBeLessThanOrEqualTo(1, what);
            results.Where(result => result.Outcome is AppendOutcome.Stored or AppendOutcome.Repeated).Select(result => Convert.ToHexString(result.Answer ?? result.Receipt!)).Distinct().Count().ShouldBeLessThanOrEqualTo(1, what);
            if (results.All(result => result.Outcome == AppendOutcome.AlreadyExists)) what.ShouldStartWith("send");
        }
        var stored = answers.Values.Sum(results => results.Count(result => result.Outcome == AppendOutcome.Stored));
        _room.Ask<long>("select count(*) from event").ShouldBe(stored);
        _room.Ask<long>("select count(*) from transfer").ShouldBe(answers.Count(one => one.Key.StartsWith("send", StringComparison.Ordinal) && one.Value.Any(result => result.Outcome == AppendOutcome.Stored)));
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();

        void Note(string what, AppendResult result) => answers.GetOrAdd(what, _ => []).Add(result);
    }
}

public sealed class RandomBatchOnSqliteTests() : RandomBatchTests(Keeper.Sqlite);

public sealed class RandomBatchOnPostgresTests() : RandomBatchTests(Keeper.Postgres);
