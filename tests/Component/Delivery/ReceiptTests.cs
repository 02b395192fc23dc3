using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Delivery;

/// <summary>What a sender does with receipts, whoever made them. Sandwell's side is played by the test.</summary>
public sealed class ReceiptTests(Agencies agencies) : IAsyncLifetime
{
    private Network _network = null!;
    private Guid _sent;
    private byte[] _bytes = [];

    private Side Leeds => _network.Leeds;

    public async ValueTask InitializeAsync()
    {
        _network = await Network.Make(agencies);
        await Leeds.Start();
        Leeds.Carrier.Decide = _ => Fate.Lost;
        _sent = await Leeds.Send(_network.Sandwell);
        await Leeds.Carrier.Until(1);
        _bytes = (await Leeds.Ledger.MessageAsync(_sent, Side.Stop))!.Body.Open()!;
    }

    public ValueTask DisposeAsync() => _network.DisposeAsync();

    [Fact]
    public async Task A_right_receipt_makes_the_message_done_and_the_same_again_changes_nothing()
    {
        Leeds.OnTheWayTo(_network.Sandwell).ShouldBe(1);
        await Receive(Receipt());
        Done().ShouldBe(1);
        Leeds.OnTheWayTo(_network.Sandwell).ShouldBe(0);
        await Receive(Receipt());
        Leeds.Ask<long>("select count(*) from event where kind = 'delivered'").ShouldBe(1);
        Leeds.Reasons().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receipt_for_other_bytes_is_quarantined_and_the_message_goes_on_being_sent() => await Refused("receipt-digest", receipt => receipt.Sha256 = ReceiptSigner.DigestOf([1]));

    [Fact]
    public async Task A_receipt_with_anothers_signature_is_quarantined()
    {
        var receipt = Receipt();
        ReceiptSigner.Sign(receipt, agencies.Police.Signing);
        await Receive(receipt);
        await NotDone("receipt-signature");
    }

    [Fact]
    public async Task A_receipt_that_was_changed_after_it_was_signed_is_quarantined()
    {
        var receipt = Receipt();
        receipt.StoredAt = _network.Clock.GetUtcNow().AddDays(-1).ToTimestamp();
        await Receive(receipt);
        await NotDone("receipt-signature");
    }

    [Fact]
    public async Task A_receipt_without_a_time_that_can_be_is_quarantined()
    {
        var receipt = Receipt();
        receipt.StoredAt = new Timestamp { Seconds = long.MaxValue };
        await Receive(receipt);
        await NotDone("receipt-signature");
    }

    [Fact]
    public async Task A_receipt_of_the_right_agency_brought_by_another_is_quarantined()
    {
        await Receive(Receipt(), agencies.Police);
        await NotDone("receipt-of-other");
    }

    [Fact]
    public async Task A_receipt_of_an_agency_to_which_the_message_did_not_go_is_quarantined()
    {
        var receipt = Receipt();
        receipt.Recipient = agencies.Police.Agency;
        ReceiptSigner.Sign(receipt, agencies.Police.Signing);
        await Receive(receipt, agencies.Police);
        await NotDone("receipt-of-other");
    }

    [Fact]
    public async Task A_receipt_for_no_message_of_ours_is_quarantined() => await Refused("receipt-for-nothing", receipt => receipt.MessageId = Leeds.NewId().ToString());

    [Fact]
    public async Task Receipts_get_no_receipt()
    {
        await Receive(Receipt());
        Leeds.Service<InfoSharing.Exchange.Delivery.Dispatch.ReceiptsToGive>().Agencies.ShouldBeEmpty();
        Leeds.Carrier.HandedOver.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_receipt_spoils_no_right_one()
    {
        var wrong = Receipt();
        wrong.MessageId = Leeds.NewId().ToString();
        ReceiptSigner.Sign(wrong, agencies.Sandwell.Signing);
        await Receive([wrong, Receipt()], agencies.Sandwell);
        Done().ShouldBe(1);
        Leeds.Reasons().ShouldBe(["receipt-for-nothing"]);
    }

    [Fact]
    public async Task A_receipt_that_our_own_code_cannot_store_throws_nothing_at_the_bus_and_is_stored_when_it_can()
    {
        Leeds.Arrivals.FailsDone = _ => true;
        await Receive(Receipt());
        Done().ShouldBe(0);
        Leeds.Reasons().ShouldBe(["not-stored"]);
        Leeds.Arrivals.FailsDone = _ => false;
        await Receive(Receipt());
        Done().ShouldBe(1);
    }

    private async Task Refused(string reason, Action<Receipt> change)
    {
        var receipt = Receipt();
        change(receipt);
        ReceiptSigner.Sign(receipt, agencies.Sandwell.Signing);
        await Receive(receipt);
        await NotDone(reason);
    }

    private async Task NotDone(string reason)
    {
        Leeds.Reasons().ShouldBe([reason]);
        Leeds.Ask<long>("select count(*) from event where kind = 'security'").ShouldBe(1);
        Done().ShouldBe(0);
        _network.Clock.Pass(TimeSpan.FromSeconds(7));
        var again = await Leeds.Carrier.Until(2);
        Message.Parser.ParseFrom(_network.Sandwell.Opened(again[1].SealedParcel).Messages.Single().Message).Id.ShouldBe(_sent.ToString());
        await Receive(Receipt());
        Done().ShouldBe(1);
    }

    private long Done() => Leeds.Ask<long>("select count(*) from outgoing where done_at is not null");

    private Receipt Receipt()
    {
        var receipt = new Receipt { MessageId = _sent.ToString(), Sha256 = ReceiptSigner.DigestOf(_bytes), Recipient = _network.Sandwell.Name, StoredAt = _network.Clock.GetUtcNow().ToTimestamp() };
        ReceiptSigner.Sign(receipt, agencies.Sandwell.Signing);
        return receipt;
    }

    private Task Receive(Receipt receipt, AgencyKeys? from = null) => Receive([receipt], from ?? agencies.Sandwell);

    private Task Receive(Receipt[] receipts, AgencyKeys from)
    {
        var now = _network.Clock.GetUtcNow();
        var parcel = new Parcel { Id = Guid.CreateVersion7(now).ToString(), Sender = from.Agency, Recipient = Leeds.Name, MadeAt = now.ToTimestamp(), Lane = Parcel.Types.Lane.AlertsAndAnswers };
        parcel.Receipts.AddRange(receipts);
        return Leeds.Service<IParcelInbox>().ReceiveAsync(Sealer.Seal(parcel.Rooted(), from, agencies.Leeds.Sealing), from.Agency, Side.Stop);
    }
}
