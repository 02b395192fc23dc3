using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Grpc.Net.Client;

namespace InfoSharing.Tests.Benchmarks.Wire;

/// <summary>The runtime alone, on h2c over loopback with messages of 512 bytes; the floor is the same bytes through a bare Kestrel endpoint and HttpClient.</summary>
internal static partial class WireFigures
{
    private const int Rounds = 5;
    private const double WarmUpSeconds = 6;
    private static readonly Block Message = new() { Body = ByteString.CopyFrom(new byte[509]) };
    private static readonly byte[] Framed = Frame(Message.ToByteArray());

    public static async Task Print(double seconds)
    {
        using var server = await WireServer.Start();
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { EnableMultipleHttp2Connections = true });
        var client = new Wire.WireClient(channel);
        Func<Task> call = async () => await client.UnaryAsync(Message);
        Func<Task> bare = () => Bare(http, new Uri(server.Address, "/bare"));
        Console.WriteLine();
        Console.WriteLine($"gRPC runtime  {Message.CalculateSize()} bytes each way, h2c, loopback, server in a process of its own, medians of {Rounds} rounds of {seconds} s");
        await Rate(server, 64, WarmUpSeconds, bare);
        await Rate(server, 64, WarmUpSeconds, call);
        foreach (var callers in new[] { 64, 1 })
        {
            var (ours, floor) = await Compare(() => Rate(server, callers, seconds, call), () => Rate(server, callers, seconds, bare));
            Console.WriteLine($"  unary, {callers,2} at a time  {ours}; floor {floor}; ratio {ours.Rate / floor.Rate:F2}");
        }
        if (File.Exists("/usr/bin/h2load"))
        {
            var (ours, floor) = await Compare(() => Load(server, "/infosharing.benchmarks.Wire/Unary", seconds), () => Load(server, "/bare", seconds));
            Console.WriteLine($"  unary, h2load 64     {ours}; floor {floor}; ratio {ours.Rate / floor.Rate:F2}");
        }
        await Rate(server, 1, 2, () => Down(client));
        Console.WriteLine($"  server stream        {await Median(() => Rate(server, 1, seconds, () => Down(client), StreamLength))}");
        await Rate(server, 1, 2, () => Both(client));
        Console.WriteLine($"  duplex echo          {await Median(() => Rate(server, 1, seconds, () => Both(client), EchoLength))}");
    }

    private const int StreamLength = 20_000;
    private const int EchoLength = 500;

    private static async Task Down(Wire.WireClient client)
    {
        using var call = client.Down(new Block { Body = Message.Body, Count = StreamLength });
        while (await call.ResponseStream.MoveNext(CancellationToken.None)) { }
    }

    private static async Task Both(Wire.WireClient client)
    {
        using var call = client.Both();
        for (var i = 0; i < EchoLength; i++)
        {
            await call.RequestStream.WriteAsync(Message);
            await call.ResponseStream.MoveNext(CancellationToken.None);
        }
        await call.RequestStream.CompleteAsync();
        await call.ResponseStream.MoveNext(CancellationToken.None);
    }

    private static async Task Bare(HttpMessageInvoker http, Uri address)
    {
        using var content = new ByteArrayContent(Framed);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        request.Headers.TryAddWithoutValidation("te", "trailers");
        request.Headers.TryAddWithoutValidation("user-agent", "grpc-dotnet-infosharing/1.0.0.0 (.NET 10.0.0)");
        request.Headers.TryAddWithoutValidation("grpc-accept-encoding", "identity,gzip");
        using var response = await http.SendAsync(request, CancellationToken.None);
        _ = await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<Figure> Rate(WireServer server, int callers, double seconds, Func<Task> call, int units = 1)
    {
        var (allocated, own, served) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime, server.Processor);
        var began = Stopwatch.GetTimestamp();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            {
                await call();
                Interlocked.Add(ref done, units);
            }
        }));
        return new Figure(done / Stopwatch.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - own).TotalMicroseconds / done, (server.Processor - served).TotalMicroseconds / done, (GC.GetTotalAllocatedBytes() - allocated) / (double)done);
    }

    /// <summary>The same load from a client that is not .NET's: nghttp2's, 4 connections of 16 streams.</summary>
    private static async Task<Figure> Load(WireServer server, string path, double seconds)
    {
        var body = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(body, Framed);
            var served = server.Processor;
            string[] arguments = ["-c", "4", "-m", "16", "-D", seconds.ToString(CultureInfo.InvariantCulture), "--warm-up-time=1", "-d", body, "-H", "content-type: application/grpc", "-H", "te: trailers", new Uri(server.Address, path).ToString()];
            using var process = Process.Start(new ProcessStartInfo("h2load", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            var rate = double.Parse(RequestsASecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
            if (!output.Contains(" 0 failed, 0 errored", StringComparison.Ordinal)) throw new InvalidOperationException(output);
            return new Figure(rate, 0, (server.Processor - served).TotalMicroseconds / (rate * (seconds + 1)), 0);
        }
        finally
        {
            File.Delete(body);
        }
    }

    private static async Task<(Figure Ours, Figure Floor)> Compare(Func<Task<Figure>> ours, Func<Task<Figure>> floor)
    {
        var (all, floors) = (new List<Figure>(), new List<Figure>());
        for (var round = 0; round < Rounds; round++)
        {
            floors.Add(await floor());
            all.Add(await ours());
        }
        return (Figure.Median(all), Figure.Median(floors));
    }

    private static async Task<Figure> Median(Func<Task<Figure>> measure)
    {
        var all = new List<Figure>();
        for (var round = 0; round < Rounds; round++) all.Add(await measure());
        return Figure.Median(all);
    }

    private static byte[] Frame(byte[] message)
    {
        var framed = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, 5);
        return framed;
    }

    [GeneratedRegex(@"finished in .*?, ([0-9.]+) req/s")]
    private static partial Regex RequestsASecond();

    /// <summary>Calls or messages a second, and what one costs.</summary>
    private sealed record Figure(double Rate, double ClientMicroseconds, double ServerMicroseconds, double ClientBytes)
    {
        public static Figure Median(IReadOnlyCollection<Figure> figures) => new(
            Machine.Median(figures.Select(figure => figure.Rate)),
            Machine.Median(figures.Select(figure => figure.ClientMicroseconds)),
            Machine.Median(figures.Select(figure => figure.ServerMicroseconds)),
            Machine.Median(figures.Select(figure => figure.ClientBytes)));

        public override string ToString() => ClientMicroseconds == 0
            ? $"{Rate,8:N0}/s ({ServerMicroseconds:F0} µs of server CPU)"
            : $"{Rate,8:N0}/s ({ClientMicroseconds:F0} + {ServerMicroseconds:F0} µs of client and server CPU, {ClientBytes:N0} B allocated in the client)";
    }
}
