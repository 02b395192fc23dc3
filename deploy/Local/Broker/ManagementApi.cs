using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using InfoSharing.Exchange.Hosting;

namespace InfoSharing.Local.Broker;

/// <summary>RabbitMQ's management API: what is there, and what is made.</summary>
internal sealed class ManagementApi : IDisposable
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly HttpClient _http;
    private readonly string _where;

    internal ManagementApi(BrokerAdministrator administrator)
    {
        _where = administrator.Management.GetLeftPart(UriPartial.Authority);
        _http = new() { BaseAddress = administrator.Management, Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", administrator.Header());
    }

    /// <summary>A path of parts, each escaped.</summary>
    internal static string Path(params string[] parts) => "api/" + string.Join('/', parts.Select(Uri.EscapeDataString));

    /// <summary>All of a kind; none where the virtual host is not there yet.</summary>
    internal async Task<IReadOnlyList<T>> ListAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, cancellationToken);
        return answer.StatusCode == HttpStatusCode.NotFound ? [] : await answer.Content.ReadFromJsonAsync<List<T>>(Form, cancellationToken) ?? [];
    }

    /// <summary>Makes or changes one.</summary>
    internal Task PutAsync(string path, object content, CancellationToken cancellationToken) => ChangeAsync(HttpMethod.Put, path, content, cancellationToken);

    /// <summary>Adds one that has no name.</summary>
    internal Task PostAsync(string path, object content, CancellationToken cancellationToken) => ChangeAsync(HttpMethod.Post, path, content, cancellationToken);

    /// <summary>Removes one.</summary>
    internal Task DeleteAsync(string path, CancellationToken cancellationToken) => ChangeAsync(HttpMethod.Delete, path, null, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task ChangeAsync(HttpMethod method, string path, object? content, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(method, path, content, cancellationToken);
        if (!answer.IsSuccessStatusCode) throw new CannotStartException($"The broker at {_where} did not take {method} {path} ({(int)answer.StatusCode}): its log says why. Run this again when that is mended; what was made stays.");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (content is not null) request.Content = JsonContent.Create(content, content.GetType(), options: Form);
        try
        {
            var answer = await _http.SendAsync(request, cancellationToken);
            if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                throw new CannotStartException($"The broker at {_where} refuses the administrator: see --administrator and --administrator-password-file, and that the user has the tag administrator.");
            return answer;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new CannotStartException($"The broker's management API at {_where} does not answer: see that the broker runs with the plugin rabbitmq_management, and --management.", failure);
        }
    }
}
