using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Transfers;

/// <summary>A transfer with its bytes, as our own serialiser writes them: written once, for its request's digest, for the ledger, and for whoever gets the whole of it.</summary>
/// <param name="Transfer">The transfer. It is changed no more.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record WrittenTransfer(Transfer Transfer, byte[] Bytes)
{
    /// <summary>Writes it.</summary>
    internal static WrittenTransfer Of(Transfer transfer) => new(transfer, transfer.ToByteArray());

    /// <summary>What became of it: itself where nothing did.</summary>
    /// <param name="transfer">The transfer as it is now; for an alert, what was kept of it.</param>
    /// <param name="isChanged">True where something in it was changed since.</param>
    internal WrittenTransfer As(Transfer transfer, bool isChanged) => isChanged || !ReferenceEquals(transfer, Transfer) ? Of(transfer) : this;
}
