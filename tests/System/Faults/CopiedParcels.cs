using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace InfoSharing.Tests.SystemLane.Faults;

/// <summary>Somebody with the broker's own administrator in hand, who keeps a copy of each parcel that an agency sends, and lets them go again, twice each and the last one first.</summary>
internal sealed class CopiedParcels : IDisposable
{
    private const string Host = "infosharing";
    private const string Queue = "copies";
    private const string Administrator = "administrator";
    private readonly HttpClient _http;

    internal CopiedParcels(string network)
    {
        var broker = Path.Combine(network, "broker");
        var password = File.ReadAllText(Path.Combine(broker, "administrator.password"));
        _http = new() { BaseAddress = new($"http://127.0.0.1:{PortOf(network, "management.tcp.port = ")}/api/"), Timeout = TimeSpan.FromSeconds(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Administrator}:{password}")));
    }

    /// <summary>A port of the network's broker, as its settings say it.</summary>
    internal static int PortOf(string network, string setting) => int.Parse(File.ReadLines(Path.Combine(network, "broker", "rabbitmq.conf")).First(line => line.StartsWith(setting, StringComparison.Ordinal))[setting.Length..].Split(':')[^1]);

    /// <summary>Copies what an agency sends to another for some time, and until it has one; then lets the copies go.</summary>
    internal async Task CopyAndLetGo(string sender, string recipient, TimeSpan time, CancellationToken stop)
    {
        await UntilThereIs($"exchanges/{Host}/{sender}.out", stop);
        await Put($"permissions/{Host}/{Administrator}", new JsonObject { ["configure"] = ".*", ["write"] = ".*", ["read"] = ".*" }, stop);
        await Put($"queues/{Host}/{Queue}", new JsonObject { ["durable"] = false }, stop);
        for (var lane = 1; lane <= 3; lane++) await Post($"bindings/{Host}/e/{sender}.out/q/{Queue}", new JsonObject { ["routing_key"] = $"{recipient}.lane-{lane}" }, stop);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var copies = new List<JsonNode>();
        for (var began = TimeProvider.System.GetTimestamp(); copies.Count == 0 || (copies.Count < 20 && TimeProvider.System.GetElapsedTime(began) < time);)
        {
            await pause.WaitForNextTickAsync(stop);
            copies.AddRange((await Post($"queues/{Host}/{Queue}/get", new JsonObject { ["count"] = 20, ["ackmode"] = "ack_requeue_false", ["encoding"] = "base64" }, stop))!.AsArray().OfType<JsonNode>());
        }
        (await _http.DeleteAsync(new Uri($"queues/{Host}/{Queue}", UriKind.Relative), stop)).EnsureSuccessStatusCode();
        foreach (var copy in Enumerable.Reverse(copies).SelectMany(copy => new[] { copy, copy }))
            await Post($"exchanges/{Host}/{sender}.out/publish", new JsonObject
            {
                ["properties"] = copy["properties"]!.DeepClone(), ["routing_key"] = copy["routing_key"]!.DeepClone(), ["payload"] = copy["payload"]!.DeepClone(), ["payload_encoding"] = "base64",
            }, stop);
        (await _http.DeleteAsync(new Uri($"permissions/{Host}/{Administrator}", UriKind.Relative), stop)).EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    // It may have been killed just now.
    private async Task UntilThereIs(string path, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), stop);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
            await pause.WaitForNextTickAsync(stop);
        }
    }

    private async Task Put(string path, JsonObject body, CancellationToken stop) => (await _http.PutAsJsonAsync(new Uri(path, UriKind.Relative), body, stop)).EnsureSuccessStatusCode();

    private async Task<JsonNode?> Post(string path, JsonObject body, CancellationToken stop)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, stop);
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync(stop);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
