using System.IO.Compression;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>How services are served.</summary>
public class GrpcServiceOptions
{
    internal const int DefaultMaxReceiveMessageSize = 4 * 1024 * 1024;

    /// <summary>Largest request message in bytes; null for no limit. Default 4 MiB.</summary>
    public int? MaxReceiveMessageSize { get; set; } = DefaultMaxReceiveMessageSize;

    /// <summary>Largest response message in bytes; null, the default, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Whether a caller is told the type and message of an exception that a handler did not mean for it. Never where real data is. Default false.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>Whether calls of unknown services are left to other endpoints instead of being answered UNIMPLEMENTED. Default false.</summary>
    public bool? IgnoreUnknownServices { get; set; }

    /// <summary>The ways to compress that services know. Default gzip.</summary>
    public IList<ICompressionProvider> CompressionProviders { get; set; } = Encodings.Default();

    /// <summary>What responses are compressed with, where the caller takes it; null, the default, for nothing. Secrets beside text that a caller chooses can be guessed from sizes: write those with NoCompress.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How hard responses are compressed; null for the provider's own level.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>What runs around every call; the first is the outermost. Those of one service run inside those of all.</summary>
    public InterceptorCollection Interceptors { get; } = [];
}
