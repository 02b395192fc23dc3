using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

internal static class ResponseMetadata
{
    /// <summary>Received headers or trailers as metadata, without the protocol's own.</summary>
    public static Metadata Read(HttpHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            if (ReservedHeaders.IsHiddenFromClient(name))
            {
                continue;
            }

            foreach (var value in values)
            {
                ReceivedMetadata.Add(metadata, name, value);
            }
        }

        return metadata;
    }
}
