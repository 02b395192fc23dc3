using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>The ways to compress that one side knows (compression.md).</summary>
internal sealed class Encodings
{
    private readonly Dictionary<string, ICompressionProvider> providers;

    public Encodings(IEnumerable<ICompressionProvider>? providers)
    {
        this.providers = (providers ?? Default()).DistinctBy(provider => provider.EncodingName).ToDictionary(provider => provider.EncodingName, StringComparer.Ordinal);
        Accepted = string.Join(',', this.providers.Keys.Prepend(GrpcHeaders.Identity));
    }

    /// <summary>What <c>grpc-accept-encoding</c> says.</summary>
    public string Accepted { get; }

    public static IList<ICompressionProvider> Default() => [new GzipCompressionProvider(CompressionLevel.Fastest)];

    /// <summary>The provider under a name of <c>grpc-encoding</c>; null when the name is absent, identity or unknown.</summary>
    public ICompressionProvider? Find(string? name) => name is null ? null : providers.GetValueOrDefault(name);

    /// <summary>Whether a peer's <c>grpc-accept-encoding</c> names an encoding.</summary>
    public static bool Accepts(string? accepted, string name)
    {
        foreach (var part in accepted.AsSpan().Split(','))
        {
            if (accepted.AsSpan(part).Trim().SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }
}
