using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Grpc.AspNetCore.Server;

/// <summary>What a request must be to become a call (PROTOCOL-HTTP2 "Requests").</summary>
internal static class RequestAdmission
{
    /// <summary>Refuses what is no gRPC call; prepares the rest. A missing <c>te: trailers</c> is let pass, as by the official server.</summary>
    public static bool Admit(HttpContext http, IMethod method, ServerLog log)
    {
        var response = http.Response;
        if (!GrpcHeaders.IsGrpc(http.Request.ContentType))
        {
            log.WrongContentType();
            response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            StatusHeaders.Write(response.Headers, new Status(StatusCode.Internal, "The content type is not application/grpc."), null);
            return false;
        }

        if (HttpProtocol.IsHttp11(http.Request.Protocol) || HttpProtocol.IsHttp10(http.Request.Protocol))
        {
            log.WrongProtocol(http.Request.Protocol);
            response.StatusCode = StatusCodes.Status426UpgradeRequired;
            response.Headers.Upgrade = "HTTP/2";
            StatusHeaders.Write(response.Headers, new Status(StatusCode.Internal, "gRPC needs HTTP/2."), null);
            return false;
        }

        response.ContentType = GrpcHeaders.ContentType;

        // Routing ignores case; gRPC does not (PROTOCOL-HTTP2 "Path").
        if (http.Request.Path.Value != method.FullName)
        {
            StatusHeaders.Write(response.Headers, new Status(StatusCode.Unimplemented, "Method is unimplemented."), null);
            return false;
        }

        LiftBodyLimits(http.Features);
        return true;
    }

    /// <summary>A stream may be slow and long. Each message has its own limit.</summary>
    private static void LiftBodyLimits(IFeatureCollection features)
    {
        if (features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
    }
}
