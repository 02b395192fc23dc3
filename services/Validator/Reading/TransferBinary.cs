using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Validator.Reading;

/// <summary>Reads a transfer from binary protobuf.</summary>
public static class TransferBinary
{
    private static readonly MessageParser<Transfer> Strict = Transfer.Parser.WithDiscardUnknownFields(discardUnknownFields: true);

    /// <summary>Reads a transfer. It never throws on content: whatever is wrong with it is a fault.</summary>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > TransferFile.LargestInBytes) return Refuse(FaultWords.TooLarge);
        Transfer transfer;
        int unknown;
        try
        {
            transfer = Strict.ParseFrom(content);
            // What nobody here can read, no view can judge: it must not travel unseen.
            unknown = Transfer.Parser.ParseFrom(content).CalculateSize() - transfer.CalculateSize();
        }
        catch (InvalidProtocolBufferException)
        {
            return Refuse(FaultWords.NotBinary);
        }
        if (unknown == 0) return new(transfer, []);
        var fault = new Fault(0, 0, "", FaultWords.UnknownInBinary);
        if (transfer.Kind is not (Kind.Notification or Kind.MissingFamilyAlert)) return new(null, [fault]);
        transfer.KeptAsText.Add(new Transfer.Types.KeptText { Text = $"{unknown} bytes in fields of a newer version" });
        return new(transfer, [fault]);
    }

    private static ReadResult Refuse(string words) => new(null, [new Fault(0, 0, "", words)]);
}
