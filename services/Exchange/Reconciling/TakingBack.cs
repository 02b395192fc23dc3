using Google.Protobuf;
using InfoSharing.Exchange.Delivery.Receive;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Proofs;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>
/// Takes back messages of ours that this ledger lost. A partner may say what it likes: what is stored is what our own key signed, in a parcel to just that partner, with
/// that partner's receipt for just those bytes. Everything else is a security event, and nothing more.
/// </summary>
internal sealed class TakingBack(ILedger ledger, IArrivals arrivals, AgencyKeys us, IPartnerKeys partners, ReceiptIntake receipts, Quarantine quarantine, ILogger<TakingBack> log)
{
    /// <summary>Something was given back that we did not write, or that stands where another does.</summary>
    internal const string NotOurs = "given-back-not-ours";

    /// <summary>Takes one back, and says what became of it.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task<TakenBack> TakeAsync(Reconciliation.Types.GivenBack given, string partner)
    {
        if (given.Receipt is not { } receipt) return TakenBack.Never;
        if (!Guid.TryParseExact(receipt.MessageId, "D", out var id)) return await RefuseAsync(given, partner, "receipt");
        // Of what is here the receipt alone was missing, and is judged as any other.
        if (await ledger.MessageAsync(id, CancellationToken.None) is { Outgoing: true })
        {
            await receipts.TakeAsync([receipt], partner);
            return TakenBack.Here;
        }
        if (given.Message.Length == 0) return TakenBack.Here; // they believed that we had it
        if (Ours(given, partner) is not { } message) return await RefuseAsync(given, partner, "proof");
        var result = await ledger.AppendAsync(arrivals.Back(message, given.Message.ToByteArray(), receipt), CancellationToken.None);
        return result switch
        {
            { Outcome: AppendOutcome.Stored } => TakenBack.Stored,
            { Reason: "known" } => TakenBack.Here,
            { Reason: "erased" } => TakenBack.Never,
            _ => await RefuseAsync(given, partner, result.Reason ?? "not-stored"),
        };
    }

    private Message? Ours(Reconciliation.Types.GivenBack given, string partner)
    {
        try
        {
            var proof = ProofOfMessage.Parser.ParseFrom(given.Proof);
            var root = new RootProof(proof.SignedAttributes.ToByteArray(), proof.Signature.ToByteArray());
            if (root.Read() is not { Label: var label } || label.Sender != us.Agency || label.Recipient != partner || proof.Count > int.MaxValue || proof.Index > int.MaxValue) return null;
            var whole = new MessageProof(given.Message.ToByteArray(), proof.Salt.ToByteArray(), (int)proof.Index, (int)proof.Count, [.. proof.Path.Select(hash => hash.ToByteArray())], root);
            if (whole.Verify(us.MayHaveSignedWith(partners, label.MadeAt)) is null) return null;
            if (given.Receipt.Recipient != partner || !new ReceiptProof(whole.Message, given.Receipt).Verify(partners.SigningOf(partner, given.Receipt.StoredAt.ToDateTimeOffset()))) return null;
            var message = Message.Parser.ParseFrom(given.Message);
            return message is { Version: > 0, Sequence: > 0 and <= long.MaxValue } && Guid.TryParseExact(message.TransferId, "D", out _) && given.Message.Span.EndsWith(Ledger.Writing.SequenceField.Of(message.Sequence)) ? message : null;
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidOperationException)
        {
            return null; // no proof, no message, or a Timestamp outside its bounds
        }
    }

    private async Task<TakenBack> RefuseAsync(Reconciliation.Types.GivenBack given, string partner, string reason)
    {
        ReconcilingLog.NotOurs(log, partner, reason);
        await quarantine.KeepAsync(NotOurs, partner, given.ToByteArray());
        return TakenBack.Never;
    }
}

/// <summary>What became of a message that was given back.</summary>
internal enum TakenBack
{
    /// <summary>It was lost here, and is stored.</summary>
    Stored,

    /// <summary>It was here.</summary>
    Here,

    /// <summary>It is not believed, or its case is erased here: it never will be.</summary>
    Never,
}
