using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>What one side takes of a stream of messages.</summary>
/// <param name="MaxMessageSize">Largest message in bytes; null for no limit.</param>
/// <param name="Encoding">The peer's <c>grpc-encoding</c>; null when it named none.</param>
/// <param name="Decompression">What reads that encoding; null for identity and for unknown ones.</param>
/// <param name="UnknownEncoding">Code for a compressed message that this side cannot read: UNIMPLEMENTED on a server, INTERNAL on a client (compression.md).</param>
internal readonly record struct ReceiveLimits(int? MaxMessageSize, string? Encoding, ICompressionProvider? Decompression, StatusCode UnknownEncoding);
