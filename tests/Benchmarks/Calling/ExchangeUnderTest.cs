using Grpc.Core;
using Grpc.Net.Client;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using InfoSharing.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace InfoSharing.Tests.Benchmarks.Calling;

/// <summary>Leeds's social care on loopback, in a network of its own, and a client of it.</summary>
internal sealed class ExchangeUnderTest : IAsyncDisposable
{
    private const string Agency = "leeds-social-care";
    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly Metadata _headers;
    private readonly GrpcChannel _channel;
    private readonly CaseExchange.CaseExchangeClient _client;

    private ExchangeUnderTest(WebApplication app, string folder, string token)
    {
        (_app, _folder) = (app, folder);
        _headers = new() { { "authorization", $"Bearer {token}" } };
        _channel = GrpcChannel.ForAddress(app.Urls.Single());
        _client = new(_channel);
    }

    public static async Task<ExchangeUnderTest> Start()
    {
        var folder = Directory.CreateTempSubdirectory("infosharing-calls-").FullName;
        var network = await DevelopmentNetwork.OpenAsync(folder, new HostingEnvironment { EnvironmentName = Environments.Development }, TimeProvider.System, null, CancellationToken.None);
        var app = InfoSharing.AgencyServices.SocialCare.Program.Service.Build(network.BuilderFor(Agency, new Dictionary<string, string?> { ["Endpoint:Port"] = "0" }));
        await app.StartAsync();
        return new(app, folder, (await File.ReadAllTextAsync(network.TokenFileOf(Agency))).Trim());
    }

    public async Task<CheckReply> Check(CheckRequest request) => await _client.CheckAsync(request, _headers);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
