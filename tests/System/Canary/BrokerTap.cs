using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InfoSharing.Tests.SystemLane.Canary;

/// <summary>What the broker's administrator can see of what crosses it: a queue beside the agencies' own that gets everything.</summary>
internal sealed class BrokerTap : IDisposable
{
    private const string Queue = "canary-tap";
    private const string Host = "infosharing";
    private readonly HttpClient _http;

    internal BrokerTap(string data)
    {
        var settings = Directory.EnumerateFiles(data, "rabbitmq.conf", SearchOption.AllDirectories).Single();
        var port = Regex.Match(File.ReadAllText(settings), @"management\.tcp\.port = (\d+)").Groups[1].Value;
        var password = File.ReadAllText(Path.Combine(Path.GetDirectoryName(settings)!, "administrator.password")).Trim();
        _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"administrator:{password}")));
    }

    /// <summary>Listens in on what agencies send to each other.</summary>
    internal async Task Open(IReadOnlyList<string> agencies, CancellationToken stop)
    {
        await Ask(HttpMethod.Put, $"permissions/{Host}/administrator", new { configure = ".*", write = ".*", read = ".*" }, stop);
        await Ask(HttpMethod.Put, $"queues/{Host}/{Queue}", new { durable = false }, stop);
        foreach (var from in agencies)
            foreach (var to in agencies.Where(other => other != from))
                foreach (var lane in new[] { 1, 2, 3 })
                    await Ask(HttpMethod.Post, $"bindings/{Host}/e/{from}.out/q/{Queue}", new { routing_key = $"{to}.lane-{lane}" }, stop);
    }

    /// <summary>Puts something into an agency's queue that nobody signed.</summary>
    internal Task Forge(string from, string to, string words, CancellationToken stop) =>
        Ask(HttpMethod.Post, $"exchanges/{Host}/{from}.out/publish", new { properties = new { }, routing_key = $"{to}.lane-1", payload = words, payload_encoding = "string" }, stop);

    /// <summary>Everything that came, raw: bodies, and what stands beside them.</summary>
    internal async Task<IReadOnlyList<(byte[] Body, string Beside)>> Fetch(CancellationToken stop)
    {
        var answer = await Ask(HttpMethod.Post, $"queues/{Host}/{Queue}/get", new { count = 10_000, ackmode = "ack_requeue_false", encoding = "base64" }, stop);
        using var messages = JsonDocument.Parse(answer);
        return [.. messages.RootElement.EnumerateArray().Select(one => (one.GetProperty("payload").GetBytesFromBase64(), $"{one.GetProperty("properties")} {one.GetProperty("exchange")} {one.GetProperty("routing_key")}"))];
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> Ask(HttpMethod method, string path, object content, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(content, content.GetType()) };
        using var answer = await _http.SendAsync(request, stop);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(stop);
    }
}
