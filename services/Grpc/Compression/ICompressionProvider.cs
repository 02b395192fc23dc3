using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>One way to compress messages, under the name that <c>grpc-encoding</c> has for it (compression.md).</summary>
public interface ICompressionProvider
{
    /// <summary>The name, such as <c>gzip</c>.</summary>
    string EncodingName { get; }

    /// <summary>A stream that writes what it is given, compressed, into another; disposing it leaves the other open.</summary>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>A stream that reads a compressed one.</summary>
    Stream CreateDecompressionStream(Stream stream);
}
