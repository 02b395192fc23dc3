using System.Diagnostics.Metrics;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery;

/// <summary>What delivery counts. Tags are lanes and outcomes; no partner, case or kind of case.</summary>
internal sealed class DeliveryMeters
{
    /// <summary>The meter's name.</summary>
    internal const string Name = "InfoSharing.Exchange.Delivery";

    private readonly Counter<long> _sent;
    private readonly Counter<long> _messagesSent;
    private readonly Counter<long> _received;
    private readonly Counter<long> _messagesReceived;
    private readonly Counter<long> _receiptsGiven;
    private readonly Counter<long> _receiptsTaken;
    private readonly KeyValuePair<string, object?> _whose;

    /// <summary>Makes the instruments.</summary>
    public DeliveryMeters(IMeterFactory meters, AgencyKeys us)
    {
        _whose = StepTimes.Of(us.Agency);
        var meter = meters.Create(Name);
        _sent = meter.CreateCounter<long>("infosharing.parcels.sent", "{parcel}", "Parcels handed to the bus (step 7), by lane and outcome.");
        _messagesSent = meter.CreateCounter<long>("infosharing.messages.sent", "{message}", "Messages handed to the bus (step 7), first times and resends.");
        _received = meter.CreateCounter<long>("infosharing.parcels.received", "{parcel}", "Parcels that came (step 8), by outcome.");
        _messagesReceived = meter.CreateCounter<long>("infosharing.messages.received", "{message}", "Messages that came (steps 9 to 11), by outcome.");
        _receiptsGiven = meter.CreateCounter<long>("infosharing.receipts.given", "{receipt}", "Receipts handed to the bus.");
        _receiptsTaken = meter.CreateCounter<long>("infosharing.receipts.taken", "{receipt}", "Receipts that came (step 12), by outcome.");
    }

    internal void Sent(Parcel parcel, bool taken, bool again)
    {
        var outcome = new KeyValuePair<string, object?>("infosharing.outcome", taken ? "taken" : "not-taken");
        _sent.Add(1, _whose, new KeyValuePair<string, object?>("infosharing.lane", Lanes.NameOf(parcel.Lane)), outcome);
        if (!taken) return;
        if (parcel.Messages.Count > 0) _messagesSent.Add(parcel.Messages.Count, _whose, new KeyValuePair<string, object?>("infosharing.again", again));
        if (parcel.Receipts.Count > 0) _receiptsGiven.Add(parcel.Receipts.Count, _whose);
    }

    internal void Received(string outcome) => _received.Add(1, _whose, new KeyValuePair<string, object?>("infosharing.outcome", outcome));

    internal void MessageReceived(string outcome) => _messagesReceived.Add(1, _whose, new KeyValuePair<string, object?>("infosharing.outcome", outcome));

    internal void ReceiptTaken(string outcome) => _receiptsTaken.Add(1, _whose, new KeyValuePair<string, object?>("infosharing.outcome", outcome));
}
