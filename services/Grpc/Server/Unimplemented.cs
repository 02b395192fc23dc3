using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

internal static class Unimplemented
{
    /// <summary>Answers UNIMPLEMENTED in one block of headers.</summary>
    public static Task AnswerAsync(HttpContext context, string detail)
    {
        context.Response.ContentType = GrpcHeaders.ContentType;
        StatusHeaders.Write(context.Response.Headers, new Status(StatusCode.Unimplemented, detail), null);
        return Task.CompletedTask;
    }
}
