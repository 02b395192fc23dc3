using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Parcels.Merkle;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>Makes and seals parcels, each with an id and a time of its own, no more at once than there are cores.</summary>
internal sealed class ParcelMaker(AgencyKeys us, TimeProvider clock, StepTimes steps) : IDisposable
{
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    /// <summary>The parcel of messages and receipts, before it is sealed.</summary>
    internal Parcel Make(string recipient, Parcel.Types.Lane lane, ChainHead head, PackedParcel? packed, IReadOnlyCollection<Receipt> receipts)
    {
        var now = clock.GetUtcNow();
        var parcel = new Parcel
        {
            Id = Guid.CreateVersion7(now).ToString("D"), Sender = us.Agency, Recipient = recipient, MadeAt = now.ToTimestamp(), Lane = lane,
            SenderHead = UnsafeByteOperations.UnsafeWrap(head.Link), SenderPosition = head.Position,
        };
        if (packed is not null)
        {
            var salts = RandomNumberGenerator.GetBytes(Leaves.SaltBytes * packed.Messages.Count).AsMemory();
            for (var i = 0; i < packed.Messages.Count; i++)
                parcel.Messages.Add(new Parcel.Types.Entry { Message = UnsafeByteOperations.UnsafeWrap(packed.Messages[i].Bytes), Salt = UnsafeByteOperations.UnsafeWrap(salts.Slice(i * Leaves.SaltBytes, Leaves.SaltBytes)) });
        }
        parcel.Receipts.AddRange(receipts);
        return parcel;
    }

    /// <summary>Seals it for its recipient, on a thread of the pool.</summary>
    internal async Task<byte[]> SealAsync(Parcel parcel, X509Certificate2 recipient, CancellationToken cancellationToken)
    {
        await _cores.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(
                () =>
                {
                    using var step = steps.Begin(StepTimes.Seal);
                    parcel.MerkleRoot = ByteString.CopyFrom(Leaves.RootOf(parcel));
                    return Sealer.Seal(parcel, us, recipient);
                }, cancellationToken);
        }
        finally
        {
            _cores.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cores.Dispose();
}
