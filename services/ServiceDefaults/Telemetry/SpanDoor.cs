using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace InfoSharing.ServiceDefaults.Telemetry;

/// <summary>
/// What of a span leaves the process. Ours are made so that all of it may. Of those that libraries make, a list of tags alone: an address, a statement, a queue's name and an exception's
/// words may each say something of a person or of who is told; a span that carries an exception's words stays here whole.
/// </summary>
internal sealed class SpanDoor : BaseProcessor<Activity>
{
    /// <summary>Where ours begin.</summary>
    internal const string Ours = "InfoSharing.";

    private const string ServerSource = "Microsoft.AspNetCore";
    private static readonly FrozenSet<string> MayLeave = FrozenSet.ToFrozenSet(
    [
        "rpc.system.name", "rpc.method", "rpc.response.status_code", "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "error.type",
        "db.system", "db.system.name", "db.operation.name", "messaging.system", "messaging.operation", "messaging.operation.type", "messaging.operation.name",
    ]);

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Source.Name.StartsWith(Ours, StringComparison.Ordinal)) return;
        foreach (var said in data.Events)
        {
            if (said.Name != "exception") continue;
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded; // the batch takes recorded ones alone
            return;
        }
        List<string>? kept = null;
        foreach (var tag in data.EnumerateTagObjects())
            if (!MayLeave.Contains(tag.Key)) (kept ??= []).Add(tag.Key);
        foreach (var key in kept ?? []) data.SetTag(key, null);
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
        if (data.Source.Name != ServerSource) data.DisplayName = data.Source.Name; // RabbitMQ's own names say to whose queue it goes
    }
}
