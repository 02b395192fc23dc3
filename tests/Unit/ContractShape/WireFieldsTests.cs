using Google.Protobuf;
using InfoSharing.Tests.Unit.Support;
using InfoSharing.V1;
using InfoSharing.Validator.Contract;

namespace InfoSharing.Tests.Unit.ContractShape;

public sealed class WireFieldsTests
{
    private static readonly Shape Root = Shape.Of(Transfer.Descriptor);
    private static readonly MessageParser<Transfer> Known = Transfer.Parser.WithDiscardUnknownFields(discardUnknownFields: true);

    [Fact]
    public void Whatever_our_own_serialiser_writes_is_known()
    {
        Transfer[] samples = [new(), Samples.Complete(), Samples.CompleteFm(), Samples.Large(), Samples.Alert()];
        foreach (var transfer in samples.Concat(Enumerable.Range(0, Rounds.Few).Select(RandomTransfers.Make))) WireFields.AreAllKnown(transfer.ToByteArray(), Root).ShouldBeTrue(transfer.Id);
    }

    [Fact]
    public void A_field_of_a_newer_version_is_found_at_any_depth()
    {
        WireFields.AreAllKnown([.. Samples.Complete().ToByteArray(), .. Newer], Root).ShouldBeFalse();

        var person = Person.Parser.ParseFrom([.. Samples.Complete().Persons[0].ToByteArray(), .. Newer]);
        WireFields.AreAllKnown(new Transfer { Persons = { person } }.ToByteArray(), Root).ShouldBeFalse();

        person.Names[0] = Person.Types.Name.Parser.ParseFrom([.. person.Names[0].ToByteArray(), .. Newer]);
        WireFields.AreAllKnown(new Transfer { Persons = { new Person { Names = { person.Names[0] } } } }.ToByteArray(), Root).ShouldBeFalse();
    }

    // Of any bytes: where it says that all is known, a reading that leaves out what is not loses nothing.
    [Fact]
    public void What_it_calls_known_loses_nothing_when_the_unknown_is_left_out()
    {
        var (known, not) = (0, 0);
        var random = new Random(7);
        for (var seed = 0; seed < Rounds.Some; seed++)
        {
            var bytes = RandomTransfers.Make(seed).ToByteArray();
            for (var changes = random.Next(3); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (random.Next(8) == 0) bytes = bytes[..random.Next(bytes.Length)];
            if (!WireFields.AreAllKnown(bytes, Root))
            {
                not++;
                continue;
            }
            known++;
            if (Read(Transfer.Parser, bytes) is { } transfer) transfer.ToByteArray().ShouldBe(Read(Known, bytes)!.ToByteArray(), $"seed {seed}");
        }
        (known, not).ShouldSatisfyAllConditions(() => known.ShouldBeGreaterThan(Rounds.Some / 10), () => not.ShouldBeGreaterThan(Rounds.Some / 10));
    }

    private static byte[] Newer => [0xBA, 0x3E, 0x01, (byte)'x']; // field 999

    private static Transfer? Read(MessageParser<Transfer> parser, byte[] bytes)
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            return null; // a string that is not UTF-8: nobody reads that
        }
    }
}
