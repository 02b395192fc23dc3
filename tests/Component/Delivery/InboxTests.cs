using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Delivery;

/// <summary>What an inbox does with what the bus brings, whoever made it. Leeds's side is played by the test.</summary>
public sealed class InboxTests(Agencies agencies) : IAsyncLifetime
{
    private Network _network = null!;

    private Side Sandwell => _network.Sandwell;

    private string Leeds => agencies.Leeds.Agency;

    public async ValueTask InitializeAsync()
    {
        _network = await Network.Make(agencies);
        await Sandwell.Start(delivery: false);
    }

    public ValueTask DisposeAsync() => _network.DisposeAsync();

    [Fact]
    public async Task A_parcel_that_comes_twice_gives_the_same_receipts_again_and_no_event()
    {
        var parcel = Parcel(Message(1), Message(2));
        await Receive(Seal(parcel));
        var first = Given();
        _network.Clock.Pass(TimeSpan.FromMinutes(1));
        await Receive(Seal(parcel));
        Given().ShouldBe(first);
        Sandwell.Ask<long>("select count(*) from event").ShouldBe(2);
        Sandwell.Ask<long>("select count(*) from quarantine").ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_comes_again_in_another_parcel_beside_a_new_one_gets_its_first_receipt()
    {
        var again = Message(1);
        await Receive(Seal(Parcel(again)));
        var first = Given().Single();
        _network.Clock.Pass(TimeSpan.FromMinutes(1));
        await Receive(Seal(Parcel(again, Message(2))));
        var given = Given();
        given.Count.ShouldBe(2);
        given.ShouldContain(first);
    }

    [Theory]
    [InlineData(-31 * 24 * 60)]
    [InlineData(11)]
    public async Task A_parcel_that_is_not_of_our_time_is_not_opened_gets_no_receipt_and_is_said_once(int minutes)
    {
        for (var i = 0; i < 3; i++) await Receive(Seal(Parcel(_network.Clock.GetUtcNow().AddMinutes(minutes), Message(1))));
        Nothing();
        Sandwell.Ask<long>("select count(*) from quarantine").ShouldBe(0);
        Sandwell.Ask<long>("select count(*) from event").ShouldBe(0);
        Said("NotItsTime").ShouldBe(1);
        await Receive(Seal(Parcel(Message(1))));
        Given().Count.ShouldBe(1);
        await Receive(Seal(Parcel(_network.Clock.GetUtcNow().AddMinutes(minutes), Message(1))));
        Said("NotItsTime").ShouldBe(1, "one that had been on its way is no sign that the clock is right");
        _network.Clock.Pass(TimeSpan.FromMinutes(2));
        await Receive(Seal(Parcel(Message(1))));
        await Receive(Seal(Parcel(_network.Clock.GetUtcNow().AddMinutes(minutes), Message(1))));
        Said("NotItsTime").ShouldBe(2);
        _network.Clock.Pass(TimeSpan.FromMinutes(59));
        await Receive(Seal(Parcel(_network.Clock.GetUtcNow().AddMinutes(minutes), Message(1))));
        Said("NotItsTime").ShouldBe(2);
        _network.Clock.Pass(TimeSpan.FromMinutes(2));
        await Receive(Seal(Parcel(_network.Clock.GetUtcNow().AddMinutes(minutes), Message(1))));
        Said("NotItsTime").ShouldBe(3, "it has been wrong for an hour");
    }

    [Fact]
    public async Task A_wrong_signature_is_quarantined_with_a_security_event_and_no_receipt()
    {
        var sealedParcel = Seal(Parcel(Message(1)), new AgencyKeys(Leeds, agencies.Police.Signing, agencies.Police.Sealing));
        await Receive(sealedParcel);
        await Receive(sealedParcel);
        Nothing();
        Sandwell.Reasons().ShouldBe(["outer-signature"]);
        Sandwell.Ask<long>("select count(*) from event where kind = 'security'").ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_sender_is_quarantined()
    {
        var stranger = Agencies.Keys("york-social-care");
        await Receive(Seal(Parcel(stranger.Agency, Message(1, sender: stranger.Agency)), stranger), stranger.Agency);
        Nothing();
        Sandwell.Reasons().ShouldBe(["unknown-sender"]);
    }

    [Fact]
    public async Task A_parcel_for_another_agency_is_quarantined()
    {
        var parcel = Parcel(Message(1));
        parcel.Recipient = agencies.Police.Agency;
        await Receive(Seal(parcel));
        Nothing();
        Sandwell.Reasons().ShouldBe(["not-for-us"]);
    }

    [Fact]
    public async Task What_is_no_seal_at_all_is_quarantined_as_it_came()
    {
        await Receive([1, 2, 3]);
        Nothing();
        Sandwell.Reasons().ShouldBe(["not-a-seal"]);
        Sandwell.Ask<long>("select count(*) from event where kind = 'quarantined'").ShouldBe(1);
    }

    [Fact]
    public async Task A_signer_for_whom_the_bus_does_not_vouch_is_quarantined_with_a_security_event()
    {
        await Receive(Seal(Parcel(Message(1))), agencies.Police.Agency);
        Nothing();
        Sandwell.Reasons().ShouldBe(["sender-differs"]);
        Sandwell.Ask<string>("select sender from quarantine").ShouldBe(agencies.Police.Agency);
        Said("Security").ShouldBe(1);
    }

    [Fact]
    public async Task Other_bytes_under_a_known_id_are_quarantined_without_a_receipt_and_their_neighbours_are_stored()
    {
        var known = Message(1, "first words");
        await Receive(Seal(Parcel(known)));
        Given();
        var other = known.Clone();
        other.Contact.Text.Text_ = "other words";
        await Receive(Seal(Parcel(other, Message(1, "a neighbour"))));
        Given().Single().MessageId.ShouldNotBe(known.Id);
        Sandwell.Reasons().ShouldBe(["other-bytes"]);
        Sandwell.Ask<long>("select count(*) from event where kind = 'security'").ShouldBe(1);
    }

    [Fact]
    public async Task Another_message_with_a_number_that_is_taken_is_quarantined_without_a_receipt()
    {
        var known = Message(1);
        await Receive(Seal(Parcel(known)));
        Given();
        var second = Message(1);
        second.TransferId = known.TransferId;
        await Receive(Seal(Parcel(second, Message(1))));
        Given().Count.ShouldBe(1);
        Sandwell.Reasons().ShouldBe(["sequence-taken"]);
    }

    [Fact]
    public async Task One_bad_message_spoils_no_other()
    {
        var twice = Message(1);
        var twiceOther = twice.Clone();
        twiceOther.Contact.Text.Text_ = "not the same";
        var noNumber = Message(1);
        noNumber.Sequence = 0;
        var noTransfer = Message(1);
        noTransfer.TransferId = "not-an-id";
        var fails = Message(1, "this one fails");
        Sandwell.Arrivals.Fails = message => message.Id == fails.Id;
        var good = Message(1);
        var parcel = Parcel(Message(1, sender: agencies.Police.Agency), twice, twiceOther, noNumber, noTransfer, fails, good);
        parcel.Messages.Add(new V1.Parcel.Types.Entry { Message = ByteString.CopyFrom(0xFF, 0xFF), Salt = parcel.Messages[0].Salt });
        await Receive(Seal(parcel.Rooted()));
        Given().Single().MessageId.ShouldBe(good.Id);
        Sandwell.Reasons().Order().ShouldBe(["id-twice", "id-twice", "not-a-message", "not-a-message", "not-a-message", "not-stored", "of-other-agencies"]);
    }

    [Fact]
    public async Task A_message_on_which_our_own_rules_fail_is_stored_unjudged()
    {
        Sandwell.Arrivals.Judging = _ => throw new InvalidOperationException("a rule that has a fault");
        await Receive(Seal(Parcel(Message(1))));
        Given().Single().JudgedAt.ShouldBeNull();
        Said("NotJudged").ShouldBe(1);
    }

    [Fact]
    public async Task A_message_of_a_case_that_was_erased_here_gets_a_receipt_that_says_that_it_is_not_kept()
    {
        var message = Message(1);
        await Receive(Seal(Parcel(message)));
        Given();
        await Sandwell.Ledger.AppendAsync(new() { Rows = new() { Erase = Guid.Parse(message.TransferId) } }, Side.Stop);
        var next = Message(2);
        next.TransferId = message.TransferId;
        await Receive(Seal(Parcel(next)));
        var receipt = Given().ShouldHaveSingleItem();
        (receipt.MessageId, receipt.NotKept).ShouldBe((next.Id, true));
        ReceiptSigner.IsSignedBy(receipt, [Sandwell.Keys.Signing]).ShouldBeTrue();
        Sandwell.Reasons().ShouldBeEmpty();
        (await Sandwell.Ledger.MessageAsync(Guid.Parse(next.Id), Side.Stop)).ShouldNotBeNull().Body.Open().ShouldBeEmpty();
        (await Sandwell.Ledger.EventsAsync(Guid.Parse(next.TransferId), Side.Stop))[^1].Kind.ShouldBe("dropped");

        await Receive(Seal(Parcel(next)));
        Given().ShouldHaveSingleItem().ShouldBe(receipt, "a double of what was not kept is known as a double");
    }

    private Task Receive(byte[] sealedParcel, string? vouched = null) => Sandwell.Service<IParcelInbox>().ReceiveAsync(sealedParcel, vouched ?? Leeds, Side.Stop);

    private List<Receipt> Given(string? agency = null) => [.. Sandwell.Service<ReceiptsToGive>().Take(agency ?? Leeds).OrderBy(receipt => receipt.MessageId)];

    private void Nothing()
    {
        Sandwell.Service<ReceiptsToGive>().Agencies.ShouldBeEmpty();
        Sandwell.Ask<long>("select count(*) from receipt where given = 1 and id in (select id from incoming where sequence > 1)").ShouldBe(0);
    }

    private int Said(string what) => Sandwell.Logs.Said.Split('\n').Count(line => line.Contains($" {what} ", StringComparison.Ordinal));

    private byte[] Seal(Parcel parcel, AgencyKeys? by = null) => Sealer.Seal(parcel, by ?? agencies.Leeds, agencies.Sandwell.Sealing);

    private Parcel Parcel(params Message[] messages) => Parcel(Leeds, _network.Clock.GetUtcNow(), messages);

    private Parcel Parcel(DateTimeOffset madeAt, params Message[] messages) => Parcel(Leeds, madeAt, messages);

    private Parcel Parcel(string sender, params Message[] messages) => Parcel(sender, _network.Clock.GetUtcNow(), messages);

    private Parcel Parcel(string sender, DateTimeOffset madeAt, params Message[] messages)
    {
        var parcel = new Parcel { Id = Guid.CreateVersion7(madeAt).ToString(), Sender = sender, Recipient = Sandwell.Name, MadeAt = madeAt.ToTimestamp(), Lane = V1.Parcel.Types.Lane.Transfers, SenderHead = ByteString.CopyFrom(new byte[32]) };
        foreach (var message in messages) parcel.Messages.Add(new V1.Parcel.Types.Entry { Message = message.ToByteString(), Salt = ByteString.CopyFrom(new byte[16]) });
        return parcel.Rooted();
    }

    private Message Message(ulong sequence, string words = "words", string? sender = null) => new()
    {
        Id = Sandwell.NewId().ToString(), TransferId = Sandwell.NewId().ToString(), Version = 1, Sequence = sequence, Sender = sender ?? Leeds, Recipient = Sandwell.Name, Contact = new() { Text = new() { Text_ = words } },
    };
}
