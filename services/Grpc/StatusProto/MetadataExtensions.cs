using Google.Protobuf;

namespace Grpc.Core;

/// <summary>The richer error model (google.rpc.Status) in metadata.</summary>
public static class MetadataExtensions
{
    /// <summary>Key under which the serialised google.rpc.Status travels.</summary>
    public const string StatusDetailsTrailerName = "grpc-status-details-bin";

    /// <summary>The google.rpc.Status in the metadata; null when there is none.</summary>
    /// <param name="metadata">Trailers of a call.</param>
    /// <param name="ignoreParseError">True gives null for bytes that are no Status.</param>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no Status, and that was not to be ignored.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this Metadata metadata, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.Get(StatusDetailsTrailerName) is not { } entry)
        {
            return null;
        }

        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(entry.ValueBytes);
        }
        catch (InvalidProtocolBufferException) when (ignoreParseError)
        {
            return null;
        }
    }

    /// <summary>Puts the status into the metadata, in place of any that is there. Keep it under 8 KiB with the other trailers: peers refuse larger headers.</summary>
    public static void SetRpcStatus(this Metadata metadata, Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(status);
        while (metadata.Get(StatusDetailsTrailerName) is { } entry)
        {
            metadata.Remove(entry);
        }

        metadata.Add(StatusDetailsTrailerName, status.ToByteArray());
    }
}
