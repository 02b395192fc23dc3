using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using InfoSharing.ServiceDefaults.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace InfoSharing.Exchange.Hosting;

/// <summary>
/// Asks the agency that runs on this machine by the same settings whether it serves, as a whole or under the name of a health check: what a container's own health check
/// runs, where there is nothing else to ask with. It takes the answer from whoever shows the agency's certificate, and from nobody else.
/// </summary>
internal sealed class AgencyProbe(TextWriter output, TextWriter error)
{
    /// <summary>The option that asks: --probe [NAME].</summary>
    internal const string Option = "--probe";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks; 0 where it serves, 1 where it does not or nobody answers.</summary>
    internal async Task<int> RunAsync(string[] args)
    {
        try
        {
            var at = Array.IndexOf(args, Option);
            var name = at + 1 < args.Length && !args[at + 1].StartsWith('-') ? args[at + 1] : "";
            var endpoint = EndpointOf([.. args[..at], .. args[(at + (name.Length > 0 ? 2 : 1))..]]);
            using var handler = new SocketsHttpHandler();
            if (endpoint.CertificateFile.Length > 0) handler.SslOptions = Knowing(endpoint.CertificateFile);
            using var channel = GrpcChannel.ForAddress($"{(endpoint.CertificateFile.Length > 0 ? "https" : "http")}://127.0.0.1:{endpoint.Port}", new GrpcChannelOptions { HttpHandler = handler });
            var status = (await new Health.HealthClient(channel).CheckAsync(new() { Service = name }, deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Patience)).Status;
            await output.WriteLineAsync(status == ServingStatus.Serving ? "It serves." : $"It does not serve{(name.Length > 0 ? $" ({name})" : "")}.");
            return status == ServingStatus.Serving ? 0 : 1;
        }
        catch (Exception failure) when (failure is RpcException or CryptographicException || StartFailures.Words(failure) is not null)
        {
            await error.WriteLineAsync(failure is RpcException { StatusCode: StatusCode.NotFound } ? "It has no health check of that name." : $"It does not answer ({failure.GetType().Name}).");
            return 1;
        }
    }

    private static EndpointOptions EndpointOf(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder([.. NetworkHosting.ReadOnce, .. args]);
        SettingsFile.AddTo(builder.Configuration);
        var endpoint = new EndpointOptions();
        builder.Configuration.GetSection(EndpointOptions.Section).Bind(endpoint);
        if (int.TryParse(builder.Configuration["port"], out var port)) endpoint.Port = port;
        return endpoint;
    }

    private static SslClientAuthenticationOptions Knowing(string certificateFile)
    {
        var own = X509CertificateLoader.LoadCertificateFromFile(certificateFile).RawData;
        return new() { RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && CryptographicOperations.FixedTimeEquals(shown.GetRawCertData(), own) };
    }
}
