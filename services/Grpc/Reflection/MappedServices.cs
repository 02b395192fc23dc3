using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace Grpc.Reflection;

/// <summary>The descriptors of the services that this server has mapped, looked up when first asked for.</summary>
internal sealed class MappedServices(EndpointDataSource endpoints)
{
    private readonly Lazy<DescriptorIndex> index = new(() => new DescriptorIndex(Descriptors(endpoints)));

    public DescriptorIndex Index => index.Value;

    private static IEnumerable<ServiceDescriptor> Descriptors(EndpointDataSource endpoints) =>
        endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
            .OfType<Type>()
            .Distinct()
            .Select(DescriptorOf)
            .OfType<ServiceDescriptor>();

    /// <summary>Generated code has it beside BindService; a service written by hand has none, and is not shown.</summary>
    private static ServiceDescriptor? DescriptorOf(Type service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } attribute)
            {
                return attribute.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor;
            }
        }

        return null;
    }
}
