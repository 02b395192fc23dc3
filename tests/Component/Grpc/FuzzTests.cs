using System.Globalization;

namespace InfoSharing.Tests.Rpc;

/// <summary>
/// Requests by chance, in raw frames: 2,000 here; <c>INFOSHARING_ROUNDS=50000 ./test --long --lane Component --filter FullyQualifiedName~FuzzTests</c>
/// for 50,000. Each ends, each in a way that is right for it, and afterwards no handler is left and the server serves as before.
/// </summary>
[Trait("Rounds", "many")]
public class FuzzTests
{
    private const int Seed = 20_260_731;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("INFOSHARING_ROUNDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 2000;

    [Fact]
    public async Task Requests_by_chance_end_rightly_and_leave_nothing_behind()
    {
        await using var server = await EchoServer.StartAsync();
        var handlers = CountHandlers(server);
        var random = new Random(Seed);
        var client = await RawHttp2Client.ConnectAsync(server.Http);
        var kinds = new Dictionary<string, int>();
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                var request = GeneratedRequest.From(random);
                var end = await client.SendAsync(request.Path, request.Headers, request.Frames, request.Chunk);
                request.EndsRightly(end).ShouldBeTrue($"round {round} of seed {Seed}, {request.Kind} to {request.Path}: {end}, status {end.Status}, HTTP {end.Headers.GetValueOrDefault(":status")}");
                kinds[request.Kind] = kinds.GetValueOrDefault(request.Kind) + 1;
                if (end.ConnectionClosed)
                {
                    client.Dispose();
                    client = await RawHttp2Client.ConnectAsync(server.Http);
                }
            }
        }
        finally
        {
            client.Dispose();
        }

        kinds.Count.ShouldBe(13);
        await handlers.AreGone();
        (await server.Client.SayAsync(new EchoRequest { Text = "alive" })).Text.ShouldBe("alive");
        server.Log.Lines.Where(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error).ShouldBeEmpty();
    }

    private static HandlerCount CountHandlers(EchoServer server)
    {
        var count = new HandlerCount();
        var (say, repeat, gather, chat) = (server.Behaviour.Say, server.Behaviour.Repeat, server.Behaviour.Gather, server.Behaviour.Chat);
        server.Behaviour.Say = (request, context) => count.During(() => say(request, context));
        server.Behaviour.Repeat = (request, replies, context) => count.During(() => repeat(request, replies, context));
        server.Behaviour.Gather = (requests, context) => count.During(() => gather(requests, context));
        server.Behaviour.Chat = (requests, replies, context) => count.During(() => chat(requests, replies, context));
        return count;
    }
}
