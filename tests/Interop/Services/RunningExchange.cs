using Grpc.Core;
using Grpc.Net.Client;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using InfoSharing.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace InfoSharing.Tests.Interop.Services;

/// <summary>Leeds's social care on loopback, on a free port, in a network of its own.</summary>
internal sealed class RunningExchange : IAsyncDisposable
{
    private const string Agency = "leeds-social-care";
    private readonly WebApplication _app;
    private readonly string _folder;

    private readonly string _token;

    private RunningExchange(WebApplication app, string folder, string token) => (_app, _folder, _token) = (app, folder, token);

    /// <summary>What its callers present, and where: TOKEN@127.0.0.1:PORT.</summary>
    public string Address => $"{_token}@{Host}";

    /// <summary>Where alone, for what an agency tells anybody: its health, its schema.</summary>
    public string Host => new Uri(_app.Urls.Single()).Authority;

    public static async Task<RunningExchange> Start()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("infosharing-interop-").FullName;
        var network = await DevelopmentNetwork.OpenAsync(folder, new HostingEnvironment { EnvironmentName = Environments.Development }, TimeProvider.System, null, stop);
        var app = InfoSharing.AgencyServices.SocialCare.Program.Service.Build(network.BuilderFor(Agency, new Dictionary<string, string?> { ["Endpoint:Port"] = "0" }));
        await app.StartAsync(stop);
        return new(app, folder, (await File.ReadAllTextAsync(network.TokenFileOf(Agency), stop)).Trim());
    }

    /// <summary>Sends a transfer to one agency: the first event that whoever watches is told.</summary>
    public async Task Send()
    {
        var transfer = Samples.Complete();
        transfer.Copies.Clear();
        using var channel = GrpcChannel.ForAddress(_app.Urls.Single());
        var reply = await new CaseExchange.CaseExchangeClient(channel).SendAsync(new() { Transfer = transfer }, new Metadata { { "authorization", $"Bearer {_token}" } }, cancellationToken: TestContext.Current.CancellationToken);
        reply.OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent, reply.Report?.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
