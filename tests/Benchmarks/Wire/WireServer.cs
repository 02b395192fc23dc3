using System.Buffers;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Tests.Benchmarks.Wire;

/// <summary>The service and, beside it, the floor: an endpoint that takes a body and gives the same bytes. In a process of its own, so that each side's costs are its own.</summary>
internal sealed class WireServer(Process process, Uri address) : IDisposable
{
    /// <summary>The argument under which this program is the server.</summary>
    public const string Part = "wire-server";

    public Uri Address => address;

    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<WireServer> Start()
    {
        string[] arguments = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(WireServer).Assembly.Location, Part] : [Part];
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false })!;
        return new(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>Serves until standard input closes.</summary>
    public static async Task Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        await using var app = builder.Build();
        app.MapGrpcService<WireService>();
        app.MapPost("/bare", Echo);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(5000);
        process.Dispose();
    }

    private static async Task Echo(HttpContext http)
    {
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync();
            if (read.IsCompleted)
            {
                foreach (var segment in read.Buffer) http.Response.BodyWriter.Write(segment.Span);
                http.Request.BodyReader.AdvanceTo(read.Buffer.End);
                break;
            }
            http.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
        http.Response.ContentType = "application/grpc";
        http.Response.AppendTrailer("grpc-status", "0");
    }
}
