using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Reconciling;
using InfoSharing.V1;
using Direction = InfoSharing.V1.Reconciliation.Types.Direction;
using Says = InfoSharing.V1.Reconciliation.Types.Says;
using Span = InfoSharing.V1.Reconciliation.Types.Span;

namespace InfoSharing.Tests.Component.Reconciling;

/// <summary>Two sides, each with what it holds of the same direction, and no more than the spans that they say to each other.</summary>
public class ComparisonTests
{
    private static readonly DateTimeOffset Began = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Two_that_hold_the_same_say_so_in_one_word_each()
    {
        var held = Marks(5_000);
        var talk = Talk(held, held);
        (talk.SenderLacks.Count, talk.ReceiverLacks.Count, talk.Said.Count).ShouldBe((0, 0, 2));
        talk.Said.Sum(span => span.CalculateSize()).ShouldBeLessThan(200, "what an hour costs where nothing differs");
    }

    [Fact]
    public void One_that_is_missing_among_thousands_is_named_in_a_few_words()
    {
        var held = Marks(10_000);
        var talk = Talk(held, [.. held.Where((_, i) => i != 7_777)]);
        talk.ReceiverLacks.ShouldBe([held[7_777].Id]);
        talk.SenderLacks.ShouldBeEmpty();
        talk.Said.Sum(span => span.CalculateSize()).ShouldBeLessThan(20_000);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(Tallies.Few, Tallies.Few + 1)]
    [InlineData(0, 3_000)]
    [InlineData(3_000, 0)]
    public void One_that_holds_little_and_one_that_holds_much_find_all_of_it(int sender, int receiver)
    {
        var held = Marks(Math.Max(sender, receiver));
        var talk = Talk([.. held.Take(sender)], [.. held.Take(receiver)]);
        talk.SenderLacks.Count.ShouldBe(Math.Max(0, receiver - sender));
        talk.ReceiverLacks.Count.ShouldBe(Math.Max(0, sender - receiver));
    }

    [Fact]
    public void Whatever_each_lacks_is_found_by_both_and_nothing_else()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var all = Marks(random.Next(1, 2_000), seed);
            var (sender, receiver) = (all.Where(_ => random.Next(100) > seed).ToList(), all.Where(_ => random.Next(100) > seed).ToList());
            var talk = Talk(sender, receiver);
            talk.ReceiverLacks.ShouldBe(sender.Select(one => one.Id).Except(receiver.Select(one => one.Id)), ignoreOrder: true, $"seed {seed}");
            talk.SenderLacks.ShouldBe(receiver.Select(one => one.Id).Except(sender.Select(one => one.Id)), ignoreOrder: true, $"seed {seed}");
        }
    }

    [Fact]
    public void A_message_whose_receipt_has_not_come_is_not_counted_and_its_receipt_is_what_is_missing()
    {
        var held = Marks(10);
        var sender = held.Select((mark, i) => i == 4 ? mark with { Waiting = true } : mark).ToList();
        var talk = Talk(sender, held);
        talk.ReceiverLacks.ShouldBeEmpty();
        talk.SenderLacks.ShouldBe([held[4].Id]);
        Talk(sender, [.. held.Where((_, i) => i != 4)]).Said.Count.ShouldBe(2, "it is on its way: nothing differs");
    }

    [Fact]
    public void Other_bytes_under_one_id_are_named_and_neither_is_believed()
    {
        var held = Marks(100);
        var other = held.Select((mark, i) => i == 50 ? mark with { Sha256 = SHA256.HashData([1]) } : mark).ToList();
        Talk(held, other).Differ.ShouldBe([held[50].Id]);
    }

    [Fact]
    public void What_is_set_apart_counts_on_neither_side()
    {
        var held = Marks(100);
        var talk = Talk(held, [.. held.Skip(1)], new HashSet<Guid> { held[0].Id });
        (talk.ReceiverLacks.Count, talk.Said.Count).ShouldBe((0, 2));
    }

    [Fact]
    public void Words_without_sense_change_nothing_and_are_not_answered_without_end()
    {
        var held = Marks(1_000);
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var nonsense = new Span { Direction = Direction.ToSender, Says = (Says)random.Next(0, 8), Count = (ulong)random.NextInt64(), Hash = Google.Protobuf.ByteString.CopyFrom(RandomNumberGenerator.GetBytes(random.Next(64))) };
            for (var mark = 0; mark < random.Next(5); mark++)
                nonsense.Marks.Add(new Reconciliation.Types.Mark { Id = IdSpan.Written(Guid.CreateVersion7(Began.AddSeconds(random.Next(2_000)))), Sha256 = Google.Protobuf.ByteString.CopyFrom(new byte[32]) });
            var found = Comparison.Of(nonsense, IdSpan.All, ours: true, held, new HashSet<Guid>());
            found.Replies.Count.ShouldBeLessThanOrEqualTo(Tallies.Parts);
            found.TheyLack.Select(mark => mark.Id).Except(held.Select(mark => mark.Id)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_span_is_cut_into_parts_that_hold_every_id_once()
    {
        var held = Marks(1_000);
        var parts = IdSpan.All.CutBefore([held[10].Id, held[500].Id]).ToList();
        parts.Count.ShouldBe(3);
        held.ShouldAllBe(mark => parts.Count(part => part.Holds(mark.Id)) == 1);
        (parts[0].First, parts[^1].Last).ShouldBe((Guid.Empty, Guid.AllBitsSet));
        IdSpan.Between(Began, Began).Holds(Guid.CreateVersion7(Began)).ShouldBeTrue();
        IdSpan.Between(Began.AddMilliseconds(1), Began.AddDays(1)).Holds(Guid.CreateVersion7(Began)).ShouldBeFalse();
        IdSpan.Of(IdSpan.Written(Guid.AllBitsSet), IdSpan.Written(Guid.Empty)).ShouldBeNull();
    }

    // The sender begins; what each finds and says goes to the other until neither says anything.
    private static Talking Talk(IReadOnlyList<HeldMark> sender, IReadOnlyList<HeldMark> receiver, IReadOnlySet<Guid>? apart = null)
    {
        var none = apart ?? new HashSet<Guid>();
        var talk = new Talking();
        var toReceiver = true;
        IReadOnlyList<Span> said = [Tallies.Tally(Direction.FromSender, IdSpan.All, Tallies.Counted(sender, none))];
        while (said.Count > 0)
        {
            talk.Said.AddRange(said);
            var replies = new List<Span>();
            foreach (var span in said.Where(one => one.Says != Says.Equal))
            {
                var ids = IdSpan.Of(span.First, span.Last).ShouldNotBeNull();
                var held = (toReceiver ? receiver : sender).Where(mark => ids.Holds(mark.Id)).ToList();
                var found = Comparison.Of(span, ids, ours: !toReceiver, held, none);
                replies.AddRange(found.Replies.Where(one => one.Says != Says.Equal || toReceiver));
                (toReceiver ? talk.SenderLacks : talk.ReceiverLacks).UnionWith(found.TheyLack.Select(mark => mark.Id).Except(found.Differ));
                talk.Differ.UnionWith(found.Differ);
            }
            (said, toReceiver) = (replies, !toReceiver);
            talk.Said.Count.ShouldBeLessThan(20_000, "they come to an end");
        }
        return talk;
    }

    private static List<HeldMark> Marks(int count, int seed = 0) =>
        [.. Enumerable.Range(0, count).Select(i => Guid.CreateVersion7(Began.AddSeconds(i + seed))).Order().Select(id => new HeldMark(id, SHA256.HashData(id.ToByteArray()), false, false))];

    private sealed class Talking
    {
        internal List<Span> Said { get; } = [];

        internal HashSet<Guid> SenderLacks { get; } = [];

        internal HashSet<Guid> ReceiverLacks { get; } = [];

        internal HashSet<Guid> Differ { get; } = [];
    }
}
