using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Verdict = InfoSharing.V1.WitnessFound.Types.Verdict;

namespace InfoSharing.Exchange.Witnessing;

/// <summary>
/// Compares the heads that a partner shows with our chain. A partner may say what it likes: what counts is what our own key signed, in a parcel to just that partner. A head that the chain
/// does not have contradicts it, unless it was signed before a restoring that the chain itself records.
/// </summary>
internal sealed class WitnessJudge(ILedger ledger, AgencyKeys us, IPartnerKeys partners)
{
    /// <summary>What a partner's heads come to.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is down.</exception>
    internal async Task<WitnessFound> JudgeAsync(string partner, IReadOnlyCollection<Witness.Types.Seen> heads, CancellationToken cancellationToken)
    {
        var restored = await RestoringsAsync(ledger, cancellationToken);
        var judged = new List<(Verdict Verdict, ulong Position, DateTimeOffset SignedAt)>();
        foreach (var head in heads)
        {
            if (Read(head, partner) is not var (position, link, signedAt)) judged.Add((Verdict.NotBelieved, 0, default));
            else judged.Add((await JudgeAsync(new(position, link), signedAt, restored, cancellationToken), position, signedAt));
        }
        var found = new WitnessFound { Partner = partner, Verdict = Verdict.None, Heads = (uint)heads.Count };
        if (judged.Count == 0) return found;
        var agree = judged.Where(one => one.Verdict == Verdict.Agrees).ToList();
        if (agree.Count > 0) found.AgreesTo = agree.Max(one => one.Position);
        // What contradicts comes before what is explained, and that before what agrees: the newest of its kind decides.
        var decides = judged.OrderByDescending(one => WeightOf(one.Verdict)).ThenByDescending(one => one.SignedAt).First();
        found.Verdict = decides.Verdict;
        found.Position = decides.Position;
        if (decides.Verdict != Verdict.NotBelieved) found.SignedAt = decides.SignedAt.ToTimestamp();
        return found;
    }

    /// <summary>The restorings that a ledger records, oldest first.</summary>
    internal static async Task<IReadOnlyList<Restored>> RestoringsAsync(ILedger ledger, CancellationToken cancellationToken) =>
        [.. (await ledger.OfHouseAsync(Doubts.Restored, 0, cancellationToken)).Select(one => Restored.Parser.ParseFrom(one.Detail.Open() ?? []))];

    private (ulong Position, byte[] Link, DateTimeOffset SignedAt)? Read(Witness.Types.Seen head, string partner)
    {
        var proof = new RootProof(head.SignedAttributes.ToByteArray(), head.Signature.ToByteArray());
        if (proof.Read() is not { Label: var label } || proof.Head() is not { } signed || label.Sender != us.Agency || label.Recipient != partner) return null;
        return proof.IsSignedBy(us.MayHaveSignedWith(partners, label.MadeAt)) ? (signed.Position, signed.Link, label.MadeAt) : null;
    }

    private async Task<Verdict> JudgeAsync(ChainHead head, DateTimeOffset signedAt, IReadOnlyList<Restored> restored, CancellationToken cancellationToken)
    {
        var ours = await ledger.LinkAtAsync(head.Position, cancellationToken);
        if (ours is not null && ours.AsSpan().SequenceEqual(head.Link)) return Verdict.Agrees;
        var since = restored.Where(one => one.RestoredAt is { } at && signedAt <= at.ToDateTimeOffset()).ToList();
        // A copy has every link up to its position: only what lay beyond it was lost by bringing it back.
        if (since.Any(one => head.Position > one.Position)) return Verdict.Restored;
        if (since.Count > 0) return Verdict.Mended;
        return ours is null ? Verdict.Ahead : Verdict.Differs;
    }

    private static int WeightOf(Verdict verdict) => verdict switch
    {
        Verdict.Ahead or Verdict.Differs => 4,
        Verdict.NotBelieved => 3,
        Verdict.Mended => 2,
        Verdict.Restored => 1,
        _ => 0,
    };
}
