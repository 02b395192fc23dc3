using Google.Protobuf;
using InfoSharing.Tests.Unit.Support;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Reading;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Tests.Unit.Reading;

/// <summary>
/// Whatever comes in, reading, shape check and rules end with an answer, and the answer repeats nothing of a family's.
/// 2,000 rounds each; INFOSHARING_ROUNDS sets another number.
/// </summary>
[Trait("Rounds", "many")]
public sealed class MutationTests
{
    private const string Planted = "Zyxwen";

    private static readonly JudgingContext Context = new() { At = new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void Mutation_of_a_hand_over_in_JSON() => EachRound(1, mutations => mutations.OfJson(SmallTransfer.Json));

    [Fact]
    public void Mutation_of_an_alert_in_JSON() => EachRound(2, mutations => mutations.OfJson(SmallTransfer.Alert));

    // The whole sample is 16 kB: a tenth of the rounds, over every section of the contract.
    [Fact]
    public void Mutation_of_the_sample_with_every_section()
    {
        var json = JsonFormatter.Default.Format(Tests.Samples.Complete());
        EachRound(5, mutations => mutations.OfJson(json), Rounds.Few);
    }

    [Fact]
    public void Mutation_of_the_bytes_of_JSON()
    {
        var bytes = SmallTransfer.Bytes;
        EachRound(3, mutations => mutations.OfBytes(bytes));
    }

    [Fact]
    public void Mutation_of_binary_protobuf()
    {
        var bytes = TransferFile.Read(SmallTransfer.Bytes).Transfer!.ToByteArray();
        EachRound(4, mutations => mutations.OfBytes(bytes));
    }

    private static void EachRound(int seed, Func<Mutations, byte[]> next, int? fewer = null)
    {
        var rounds = fewer ?? Rounds.Many;
        var (read, refused) = (0, 0);
        var mutations = new Mutations(new Random(20261102 + seed));
        for (var round = 0; round < rounds; round++)
        {
            var content = next(mutations);
            try
            {
                if (Judge(content)) read++;
                else refused++;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}, round {round}: {Convert.ToBase64String(content)}", e);
            }
        }
        // A mutation that never reads, or never spoils, would test nothing.
        read.ShouldBeGreaterThan(rounds / 500);
        refused.ShouldBeGreaterThan(rounds / 500);
    }

    private static bool Judge(byte[] content)
    {
        var result = TransferFile.Read(content);
        foreach (var fault in result.Faults) Repeats(fault.Field + fault.Words).ShouldBeFalse();
        if (result.Transfer is null) return false;

        var transfer = ShapeCheck.Keep(result.Transfer);
        var faults = ShapeCheck.Of(transfer);
        foreach (var fault in faults) Repeats(fault.Field + fault.Words).ShouldBeFalse();
        var report = RuleSets.Newest.Judge(transfer, Context);
        if (faults.Count > 0) return false;
        // Ids that hold their form are references, and a report is made of them; nothing else of the transfer is in it.
        Repeats(JsonFormatter.Default.Format(report)).ShouldBeFalse();
        return true;
    }

    private static bool Repeats(string words) => words.Contains(Planted, StringComparison.Ordinal);
}
