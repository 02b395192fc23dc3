using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Tests.Rpc;

public class ClientFactoryTests
{
    [Fact]
    public async Task Registered_client_calls_with_what_was_set_up_for_it()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = (_, context) => Task.FromResult(new EchoReply { Text = $"{context.RequestHeaders.GetValue("authorization")} {context.RequestHeaders.GetValue("x-scope")}" });
        var notes = new ConcurrentQueue<string>();
        var services = new ServiceCollection().AddLogging().AddScoped<Scope>();
        services.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Https)
            .ConfigurePrimaryHttpMessageHandler(TestCertificate.TrustingHandler)
            .AddInterceptor(InterceptorScope.Client, _ => new NotingInterceptor("client", notes))
            .AddInterceptor(() => new NotingInterceptor("channel", notes))
            .AddCallCredentials((_, metadata) =>
            {
                metadata.Add("authorization", "Bearer t");
                return Task.CompletedTask;
            })
            .AddCallCredentials((_, metadata, provider) =>
            {
                metadata.Add("x-scope", provider.GetRequiredService<Scope>().Id.ToString());
                return Task.CompletedTask;
            });
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Scope>().Id = 7;

        (await scope.ServiceProvider.GetRequiredService<Echo.EchoClient>().SayAsync(new EchoRequest())).Text.ShouldBe("Bearer t 7");
        notes.ShouldBe(["client unary Say", "channel unary Say"]);
    }

    [Fact]
    public async Task Names_keep_apart_and_what_is_not_registered_is_said()
    {
        await using var one = await EchoServer.StartAsync();
        await using var two = await EchoServer.StartAsync();
        two.Behaviour.Say = (_, _) => Task.FromResult(new EchoReply { Text = "two" });
        var services = new ServiceCollection().AddLogging();
        services.AddGrpcClient<Echo.EchoClient>("one", options => options.Address = one.Http);
        services.AddGrpcClient<Echo.EchoClient>("two", (_, options) => options.Address = two.Http);
        services.AddGrpcClient<Echo.EchoClient>("nowhere");
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<GrpcClientFactory>();
        (await factory.CreateClient<Echo.EchoClient>("one").SayAsync(new EchoRequest { Text = "one" })).Text.ShouldBe("one");
        (await factory.CreateClient<Echo.EchoClient>("two").SayAsync(new EchoRequest { Text = "one" })).Text.ShouldBe("two");
        Should.Throw<InvalidOperationException>(() => factory.CreateClient<Echo.EchoClient>("three")).Message.ShouldContain("AddGrpcClient");
        Should.Throw<InvalidOperationException>(() => factory.CreateClient<Echo.EchoClient>("nowhere")).Message.ShouldContain("Address");
    }

    [Fact]
    [Point(36)]
    public async Task Deadline_and_cancellation_of_a_call_go_on_to_the_calls_it_makes_and_the_earlier_deadline_wins()
    {
        await using var inner = await EchoServer.StartAsync();
        var seen = new ConcurrentQueue<DateTime>();
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        inner.Behaviour.Say = async (request, context) =>
        {
            seen.Enqueue(context.Deadline);
            if (request.Text == "wait")
            {
                using var registration = context.CancellationToken.Register(cancelled.SetResult);
                waiting.SetResult();
                await cancelled.Task;
            }

            return new EchoReply();
        };
        await using var outer = await EchoServer.StartAsync(services: services => services.AddGrpcClient<Echo.EchoClient>(options => options.Address = inner.Http).EnableCallContextPropagation());
        outer.Behaviour.Say = async (request, context) =>
        {
            var client = context.GetHttpContext().RequestServices.GetRequiredService<Echo.EchoClient>();
            using var own = new CancellationTokenSource();
            return await client.SayAsync(request, deadline: request.Count == 0 ? null : context.Deadline.AddSeconds(-request.Count), cancellationToken: request.Count == 0 ? default : own.Token);
        };
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5);

        await outer.Client.SayAsync(new EchoRequest(), deadline: deadline);
        await outer.Client.SayAsync(new EchoRequest { Count = 100 }, deadline: deadline);
        await outer.Client.SayAsync(new EchoRequest { Count = -100 }, deadline: deadline);

        seen.Select(moment => Math.Round((deadline - moment).TotalSeconds / 10)).ShouldBe([0, 10, 0]);

        foreach (var count in new[] { 0, 1 })
        {
            waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using var call = outer.Client.SayAsync(new EchoRequest { Text = "wait", Count = count }, deadline: deadline);
            await waiting.Task.WaitAsync(TimeSpan.FromSeconds(10));
            call.Dispose();
            await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task Outside_of_a_call_propagation_fails_unless_told_otherwise()
    {
        await using var server = await EchoServer.StartAsync();
        var services = new ServiceCollection().AddLogging();
        services.AddGrpcClient<Echo.EchoClient>("strict", options => options.Address = server.Http).EnableCallContextPropagation();
        services.AddGrpcClient<Echo.EchoClient>("lenient", options => options.Address = server.Http).EnableCallContextPropagation(options => options.SuppressContextNotFoundErrors = true);
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<GrpcClientFactory>();
        Should.Throw<InvalidOperationException>(() => factory.CreateClient<Echo.EchoClient>("strict").SayAsync(new EchoRequest()));
        await factory.CreateClient<Echo.EchoClient>("lenient").SayAsync(new EchoRequest());
    }

    public sealed class Scope
    {
        public int Id { get; set; }
    }
}
