using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>Options of a service, made ready once for all of its calls.</summary>
internal sealed class ServingOptions
{
    private readonly Dictionary<string, MessageCompressor> compressors;

    /// <exception cref="InvalidOperationException">The options name a compression that no provider has.</exception>
    public ServingOptions(GrpcServiceOptions options)
    {
        MaxReceiveMessageSize = options.MaxReceiveMessageSize;
        MaxSendMessageSize = options.MaxSendMessageSize;
        EnableDetailedErrors = options.EnableDetailedErrors == true;
        Interceptors = options.Interceptors;
        Encodings = new Encodings(options.CompressionProviders);
        compressors = options.CompressionProviders.ToDictionary(provider => provider.EncodingName, provider => new MessageCompressor(provider, options.ResponseCompressionLevel));
        if (options.ResponseCompressionAlgorithm is { } name and not GrpcHeaders.Identity)
        {
            Compressor = CompressorNamed(name)
                ?? throw new InvalidOperationException($"ResponseCompressionAlgorithm is '{name}', which no provider in CompressionProviders has for a name.");
        }
    }

    public int? MaxReceiveMessageSize { get; }

    public int? MaxSendMessageSize { get; }

    public bool EnableDetailedErrors { get; }

    public InterceptorCollection Interceptors { get; }

    public Encodings Encodings { get; }

    /// <summary>Compresses responses unless their call says otherwise; null when nothing does.</summary>
    public MessageCompressor? Compressor { get; }

    /// <summary>The compressor of a name; null when there is none.</summary>
    public MessageCompressor? CompressorNamed(string name) => compressors.GetValueOrDefault(name);
}
