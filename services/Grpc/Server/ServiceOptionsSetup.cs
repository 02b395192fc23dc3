using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server;

/// <summary>Starts one service's options from the options of all.</summary>
internal sealed class ServiceOptionsSetup<TService>(IOptions<GrpcServiceOptions> all) : IConfigureOptions<GrpcServiceOptions<TService>>
    where TService : class
{
    public void Configure(GrpcServiceOptions<TService> options)
    {
        options.MaxReceiveMessageSize = all.Value.MaxReceiveMessageSize;
        options.MaxSendMessageSize = all.Value.MaxSendMessageSize;
        options.EnableDetailedErrors = all.Value.EnableDetailedErrors;
        options.IgnoreUnknownServices = all.Value.IgnoreUnknownServices;
        options.CompressionProviders = [.. all.Value.CompressionProviders];
        options.ResponseCompressionAlgorithm = all.Value.ResponseCompressionAlgorithm;
        options.ResponseCompressionLevel = all.Value.ResponseCompressionLevel;
        foreach (var interceptor in all.Value.Interceptors)
        {
            options.Interceptors.Add(interceptor);
        }
    }
}
