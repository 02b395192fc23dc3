using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Grpc.AspNetCore.Server;

/// <summary>Status and trailers as headers (PROTOCOL-HTTP2 "Trailers" and "Trailers-Only").</summary>
internal static class StatusHeaders
{
    private static readonly string[] Codes = [.. Enumerable.Range(0, 17).Select(code => code.ToString())];

    public static void Write(IHeaderDictionary headers, Status status, Metadata? trailers)
    {
        if (trailers is not null)
        {
            Write(headers, trailers);
        }

        var code = (int)status.StatusCode;
        headers[GrpcHeaders.Status] = code is >= 0 and <= 16 ? Codes[code] : Codes[(int)StatusCode.Unknown];
        if (!string.IsNullOrEmpty(status.Detail))
        {
            headers[GrpcHeaders.Message] = PercentEncoding.Encode(status.Detail);
        }
    }

    /// <summary>Adds metadata in its order; names of the protocol's own are left out.</summary>
    public static void Write(IHeaderDictionary headers, Metadata metadata)
    {
        foreach (var entry in metadata)
        {
            if (!ReservedHeaders.IsNotSent(entry.Key))
            {
                // Not Append, which drops an empty value.
                headers[entry.Key] = StringValues.Concat(headers[entry.Key], SentMetadata.Value(entry));
            }
        }
    }
}
