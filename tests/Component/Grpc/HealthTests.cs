using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Serving = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace InfoSharing.Tests.Rpc;

public class HealthTests
{
    private HealthStatus store = HealthStatus.Healthy;

    [Fact]
    [Point(72)]
    public async Task Check_tells_what_the_hosts_checks_say_now()
    {
        await using var server = await StartAsync();
        var client = ClientOf(server);
        (await client.CheckAsync(new HealthCheckRequest())).Status.ShouldBe(Serving.Serving);
        store = HealthStatus.Degraded;
        (await client.CheckAsync(new HealthCheckRequest())).Status.ShouldBe(Serving.Serving);
        store = HealthStatus.Unhealthy;
        (await client.CheckAsync(new HealthCheckRequest())).Status.ShouldBe(Serving.NotServing);
        (await client.CheckAsync(new HealthCheckRequest { Service = "without.store" })).Status.ShouldBe(Serving.Serving);
    }

    [Fact]
    [Point(72)]
    public async Task Unknown_service_is_not_found_on_check_and_service_unknown_on_watch()
    {
        await using var server = await StartAsync();
        var client = ClientOf(server);
        var failure = await Should.ThrowAsync<RpcException>(async () => await client.CheckAsync(new HealthCheckRequest { Service = "nobody" }));
        failure.StatusCode.ShouldBe(StatusCode.NotFound);
        using var watch = client.Watch(new HealthCheckRequest { Service = "nobody" });
        (await watch.ResponseStream.MoveNext()).ShouldBeTrue();
        watch.ResponseStream.Current.Status.ShouldBe(Serving.ServiceUnknown);
    }

    [Fact]
    public async Task Watch_tells_each_change_once_and_the_end_of_the_server()
    {
        HealthServiceImpl kept = null!;
        await using var server = await StartAsync(app => kept = app.Services.GetRequiredService<HealthServiceImpl>());
        using var watch = ClientOf(server).Watch(new HealthCheckRequest());
        (await Next(watch)).ShouldBe(Serving.Serving);
        kept.SetStatus("", Serving.Serving);
        kept.SetStatus("other", Serving.Unknown);
        kept.SetStatus("", Serving.NotServing);
        (await Next(watch)).ShouldBe(Serving.NotServing);
        kept.SetStatus("", Serving.Serving);
        (await Next(watch)).ShouldBe(Serving.Serving);
        kept.ClearAll();
        (await Next(watch)).ShouldBe(Serving.ServiceUnknown);

        var stopped = server.StopAsync();

        (await Next(watch)).ShouldBe(Serving.NotServing);
        (await watch.ResponseStream.MoveNext()).ShouldBeFalse();
        watch.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
        await stopped;
    }

    [Fact]
    public async Task Publisher_gives_watchers_what_the_checks_say()
    {
        IHealthCheckPublisher publisher = null!;
        await using var server = await StartAsync(app => publisher = app.Services.GetServices<IHealthCheckPublisher>().Single());
        using var watch = ClientOf(server).Watch(new HealthCheckRequest());
        (await Next(watch)).ShouldBe(Serving.Serving);
        var entry = new HealthReportEntry(HealthStatus.Unhealthy, null, TimeSpan.Zero, null, null);
        await publisher.PublishAsync(new HealthReport(new Dictionary<string, HealthReportEntry> { ["store"] = entry }, TimeSpan.Zero), default);
        (await Next(watch)).ShouldBe(Serving.NotServing);
    }

    private static async Task<Serving> Next(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        (await watch.ResponseStream.MoveNext().WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        return watch.ResponseStream.Current.Status;
    }

    private static Health.HealthClient ClientOf(EchoServer server) => new(server.ChannelOf(new GrpcChannelOptions()));

    private Task<EchoServer> StartAsync(Action<WebApplication>? map = null) => EchoServer.StartAsync(
        services: services => services.AddGrpcHealthChecks(options => options.Services.Map("without.store", check => check.Name != "store"))
            .AddCheck("store", () => new HealthCheckResult(store)),
        map: app =>
        {
            app.MapGrpcHealthChecksService();
            map?.Invoke(app);
        });
}
