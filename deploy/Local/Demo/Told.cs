using InfoSharing.Client;
using InfoSharing.V1;

namespace InfoSharing.Local.Demo;

/// <summary>What one agency's ledger has told so far, and what it tells next: the story waits for events, never for time.</summary>
internal sealed class Told(AgencyClient client, string agency)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly List<WatchReply> _seen = [];

    /// <summary>Waits for an event.</summary>
    /// <param name="kind">What happened: "received".</param>
    /// <param name="transferId">To which transfer.</param>
    /// <param name="version">Which version; null is any.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="NotAsToldException">It did not happen within 15 seconds.</exception>
    internal async Task<WatchReply> Of(string kind, string transferId, uint? version, CancellationToken cancel)
    {
        if (_seen.Find(Fits) is { } known) return known;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        waiting.CancelAfter(Patience);
        try
        {
            await foreach (var happened in client.WatchAsync(_seen.Count == 0 ? 0 : _seen[^1].Cursor, waiting.Token))
            {
                _seen.Add(happened);
                if (Fits(happened)) return happened;
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Told below.
        }
        throw new NotAsToldException($"{agency} should have said \"{kind}\" of {transferId}, and did not within {Patience.TotalSeconds:N0} s. It said: {string.Join(", ", _seen.Select(one => one.Event))}.");

        bool Fits(WatchReply one) => one.Event == kind && one.TransferId == transferId && (version is null || one.Version == version);
    }
}
