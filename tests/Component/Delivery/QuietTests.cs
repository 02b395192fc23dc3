using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using InfoSharing.Exchange.Delivery;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Delivery;

public sealed class QuietTests(Agencies agencies)
{
    private const string Canary = "Zephyrine Quillfeather";

    [Fact]
    public async Task No_word_and_no_id_of_a_case_stands_in_a_log_or_metric_whatever_happens_to_it()
    {
        var measured = new ConcurrentBag<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Meter.Name == DeliveryMeters.Name) listening.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => measured.Add(Words(instrument, tags)));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Add(Words(instrument, tags)));
        listener.Start();

        await using var network = await Network.Running(agencies);
        network.Sandwell.Arrivals.Judging = message => message.Sequence == 1 ? throw new InvalidOperationException($"a rule says {Canary}") : null;
        var transfer = network.Leeds.NewId();
        var stored = await network.Leeds.Send(network.Sandwell, Canary, transfer);
        await network.Leeds.UntilDone(1);
        network.Sandwell.Arrivals.Fails = _ => true;
        var failing = await network.Leeds.Send(network.Sandwell, Canary, transfer);
        await network.Sandwell.UntilQuarantined(1);
        network.Leeds.Carrier.Decide = _ => Fate.NotTaken;
        var held = await network.Leeds.Send(network.Sandwell, Canary);
        await network.Leeds.Until(() => Task.FromResult(network.Leeds.Ask<long>("select sum(attempts) from outgoing") >= 3));
        await network.Sandwell.Service<IParcelInbox>().ReceiveAsync(System.Text.Encoding.UTF8.GetBytes(Canary), network.Leeds.Name, Network.Stop);
        await network.Leeds.Down();
        await network.Sandwell.Down();

        var said = string.Join('\n', [network.Leeds.Logs.Said, network.Sandwell.Logs.Said, .. measured]);
        said.ShouldContain("quarantined");
        measured.ShouldContain(words => words.StartsWith("infosharing.messages.received", StringComparison.Ordinal));
        foreach (var secret in new[] { Canary, "Zephyrine", "Quillfeather", transfer.ToString(), stored.ToString(), failing.ToString(), held.ToString() }) said.ShouldNotContain(secret, Case.Insensitive);
    }

    private static string Words(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}";
}
