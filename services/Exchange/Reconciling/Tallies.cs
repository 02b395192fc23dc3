using System.Security.Cryptography;
using Google.Protobuf;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;
using Direction = InfoSharing.V1.Reconciliation.Types.Direction;
using Says = InfoSharing.V1.Reconciliation.Types.Says;
using Span = InfoSharing.V1.Reconciliation.Types.Span;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>How one side says what it holds of a span: so many with this hash, or, where they are few, each of them.</summary>
internal static class Tallies
{
    /// <summary>As many are few: they are named rather than split.</summary>
    internal const int Few = 64;

    /// <summary>Into as many parts a span is split.</summary>
    internal const int Parts = 16;

    /// <summary>SHA-256 over id and digest of each, in the order of their ids.</summary>
    internal static ByteString Hash(IEnumerable<HeldMark> counted)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> id = stackalloc byte[16];
        foreach (var mark in counted)
        {
            mark.Id.TryWriteBytes(id, bigEndian: true, out _);
            hash.AppendData(id);
            hash.AppendData(mark.Sha256);
        }
        return ByteString.CopyFrom(hash.GetHashAndReset());
    }

    /// <summary>Those that count: what waits for its receipt does not.</summary>
    internal static List<HeldMark> Counted(IEnumerable<HeldMark> held, IReadOnlySet<Guid> apart) => [.. held.Where(mark => !mark.Waiting && !apart.Contains(mark.Id))];

    /// <summary>So many, with this hash.</summary>
    internal static Span Tally(Direction direction, IdSpan span, IReadOnlyCollection<HeldMark> counted) =>
        New(direction, span, Says.Tally, counted);

    /// <summary>It is so with us.</summary>
    internal static Span Equal(Direction direction, IdSpan span, IReadOnlyCollection<HeldMark> counted) => New(direction, span, Says.Equal, counted);

    /// <summary>These.</summary>
    internal static Span List(Direction direction, IdSpan span, IEnumerable<HeldMark> held, bool last)
    {
        var said = new Span { Direction = direction, First = IdSpan.Written(span.First), Last = IdSpan.Written(span.Last), Says = last ? Says.LastList : Says.List };
        foreach (var mark in held) said.Marks.Add(new Reconciliation.Types.Mark { Id = IdSpan.Written(mark.Id), Sha256 = ByteString.CopyFrom(mark.Sha256), Waiting = mark.Waiting, Erased = mark.Erased });
        return said;
    }

    /// <summary>The same, split where each part holds about as many.</summary>
    internal static IEnumerable<Span> Split(Direction direction, IdSpan span, IReadOnlyList<HeldMark> counted)
    {
        var cuts = Enumerable.Range(1, Parts - 1).Select(part => counted[(int)((long)part * counted.Count / Parts)].Id).Where(id => id != span.First).Distinct();
        foreach (var part in span.CutBefore(cuts)) yield return Tally(direction, part, [.. counted.Where(mark => part.Holds(mark.Id))]);
    }

    private static Span New(Direction direction, IdSpan span, Says says, IReadOnlyCollection<HeldMark> counted) => new()
    {
        Direction = direction, First = IdSpan.Written(span.First), Last = IdSpan.Written(span.Last), Says = says, Count = (ulong)counted.Count, Hash = Hash(counted),
    };
}
