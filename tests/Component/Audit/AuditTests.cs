using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Proofs;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.V1;
using Microsoft.Extensions.DependencyInjection;
using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Tests.Component.Audit;

public class AuditTests
{
    private const string Sandwell = "sandwell-social-care";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_says_how_far_it_has_got_and_ends_with_what_it_found()
    {
        await using var exchange = await RunningExchange.Start();
        for (var call = 0; call < 3; call++) await exchange.Client.ListAsync(new ListRequest(), cancellationToken: Stop);
        var head = await exchange.Ledger.HeadAsync(Stop);
        var steps = await Verify(exchange);
        steps.SkipLast(1).ShouldNotBeEmpty();
        foreach (var step in steps.SkipLast(1)) step.Progress.ShouldBe(new() { Read = head.Position + 1, Of = head.Position + 1 }, "so short a chain is one stretch, this call's own record included");
        var found = steps[^1].Found;
        (found.Holds, found.BrokenAt, found.Reason).ShouldBe((true, 0ul, ""));
        found.Links.ShouldBe(head.Position + 1);
        found.Head.ShouldBe(ByteString.CopyFrom((await exchange.Ledger.HeadAsync(Stop)).Link));
    }

    [Fact]
    public async Task Verify_is_recorded_with_who_asked()
    {
        await using var exchange = await RunningExchange.Start();
        await Verify(exchange);
        var act = Act.Parser.ParseFrom((await exchange.Ledger.LastOfHouseAsync("verify", Stop))!.Detail.Open());
        (act.Kind, act.Actor, act.Role, act.Agency).ShouldBe((Act.Types.Kind.Verify, "leeds-social-care development system", "system", RunningExchange.Agency));
    }

    [Fact]
    public async Task Witnesses_are_asked_after_the_chain_was_read_and_who_cannot_be_reached_has_a_number_to_ring()
    {
        await using var exchange = await RunningExchange.Start();
        using var call = Client(exchange).Verify(new VerifyRequest { Witnesses = true, WaitSeconds = 1 }, cancellationToken: Stop);
        var steps = new List<VerifyReply>();
        var reading = Task.Run(async () =>
        {
            while (await call.ResponseStream.MoveNext(Stop)) steps.Add(call.ResponseStream.Current);
        }, Stop);
        await reading.WaitAsync(TimeSpan.FromMinutes(1), Stop);

        steps.Count(step => step.StepCase == VerifyReply.StepOneofCase.Found).ShouldBe(1);
        steps.ShouldContain(step => step.Asked != null && step.Asked.Answered == 0 && step.Asked.Of == 7);
        var heard = steps[^1].Heard;
        heard.Witnesses.Select(one => one.Partner).ShouldBeInOrder();
        heard.Witnesses.ShouldAllBe(one => one.Verdict == WitnessFound.Types.Verdict.Silent && one.Phone.Length > 0);
        (await exchange.Ledger.LastOfHouseAsync("witnesses-asked", Stop)).ShouldNotBeNull();

        var fault = await Should.ThrowAsync<RpcException>(async () =>
        {
            using var tooLong = Client(exchange).Verify(new VerifyRequest { Witnesses = true, WaitSeconds = 601 }, cancellationToken: Stop);
            await tooLong.ResponseStream.MoveNext(Stop);
        });
        fault.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task A_receipt_that_came_back_is_proven_alone()
    {
        await using var exchange = await RunningExchange.Start();
        var (message, transferId) = await Sent(exchange);
        (await Status(exchange, message.Id)).ShouldBe(StatusCode.NotFound, "its receipt is not here yet");
        await Append(exchange, exchange.Services.GetRequiredService<IArrivals>().Done(await ReceiptFor(message)));
        var proof = await Prove(exchange, message.Id);
        proof.Message.ShouldBeNull("only the recipient holds the message's place in the parcel");
        new ReceiptProof(proof.Receipt.Message.ToByteArray(), proof.Receipt.Receipt).Verify(Certificates(proof.Receipt.Certificates)).ShouldBeTrue();
        var bare = proof.Receipt.Receipt.Clone();
        bare.Signature = ByteString.Empty;
        proof.Receipt.Signed.ShouldBe(bare.ToByteString());
        (await exchange.Ledger.AuditAsync(transferId, Stop)).Count(record => record.Kind == "prove").ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_came_is_proven_with_its_place_in_the_parcel_that_its_sender_signed()
    {
        await using var exchange = await RunningExchange.Start();
        var (parcel, proof) = await ParcelFromSandwell();
        var message = Message.Parser.ParseFrom(parcel.Messages[0].Message);
        var us = exchange.Services.GetRequiredService<AgencyKeys>();
        var receipt = Parcels.Given.Receipt(message);
        receipt.StoredAt = InfoSharing.Tests.Samples.JudgedOn.ToTimestamp();
        receipt.ParcelMadeAt = parcel.MadeAt;
        ReceiptSigner.Sign(receipt, us.Signing);
        await Append(exchange, exchange.Services.GetRequiredService<IArrivals>().Store(message, proof.Message, receipt, Kept(proof), null));

        var given = await Prove(exchange, Guid.Parse(message.Id));
        new ReceiptProof(given.Receipt.Message.ToByteArray(), given.Receipt.Receipt).Verify(Certificates(given.Receipt.Certificates)).ShouldBeTrue();
        var alone = new MessageProof(given.Receipt.Message.ToByteArray(), given.Message.Salt.ToByteArray(), (int)given.Message.Index, (int)given.Message.Count, [.. given.Message.Path.Select(hash => hash.ToByteArray())],
            new(given.Message.SignedAttributes.ToByteArray(), given.Message.Signature.ToByteArray()));
        alone.Verify(Certificates(given.Message.Certificates)).ShouldBe(SealLabel.Of(parcel));
    }

    [Theory]
    [InlineData("01935b1e-7c00-7000-8000-00000000ffff")]
    [InlineData("not an id")]
    public async Task What_is_not_here_is_NOT_FOUND(string id)
    {
        await using var exchange = await RunningExchange.Start();
        var fault = await Should.ThrowAsync<RpcException>(async () => await Client(exchange).ProveAsync(new ProveRequest { MessageId = id }, cancellationToken: Stop));
        fault.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    private static LedgerAudit.LedgerAuditClient Client(RunningExchange exchange) => new(exchange.ChannelWith(exchange.Token));

    private static async Task<ProveReply> Prove(RunningExchange exchange, Guid message) => await Client(exchange).ProveAsync(new ProveRequest { MessageId = message.ToString() }, cancellationToken: Stop);

    private static async Task<StatusCode> Status(RunningExchange exchange, Guid message) =>
        (await Should.ThrowAsync<RpcException>(async () => await Prove(exchange, message))).StatusCode;

    private static async Task<List<VerifyReply>> Verify(RunningExchange exchange)
    {
        using var call = Client(exchange).Verify(new VerifyRequest(), cancellationToken: Stop);
        var steps = new List<VerifyReply>();
        while (await call.ResponseStream.MoveNext(Stop)) steps.Add(call.ResponseStream.Current);
        return steps;
    }

    private static async Task Append(RunningExchange exchange, LedgerEntry entry) => (await exchange.Ledger.AppendAsync(entry, Stop)).Outcome.ShouldBe(AppendOutcome.Stored);

    /// <summary>Sends the clean hand-over, and gives the message that waits for Sandwell.</summary>
    private static async Task<(InfoSharing.Exchange.Ledger.Reading.StoredMessage Message, Guid TransferId)> Sent(RunningExchange exchange)
    {
        var transfer = InfoSharing.Tests.Samples.Complete();
        transfer.Copies.Clear();
        (await exchange.Client.SendAsync(new SendRequest { Transfer = transfer }, cancellationToken: Stop)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        var transferId = Guid.Parse(transfer.Id);
        return ((await exchange.Ledger.MessagesAsync(transferId, Stop)).ShouldHaveSingleItem(), transferId);
    }

    private static async Task<Receipt> ReceiptFor(InfoSharing.Exchange.Ledger.Reading.StoredMessage message)
    {
        var body = message.Body.Open()!;
        var receipt = Parcels.Given.Receipt(Message.Parser.ParseFrom(body));
        receipt.Sha256 = ReceiptSigner.DigestOf(body); // of its exact bytes: the ledger writes its number at their end
        receipt.StoredAt = InfoSharing.Tests.Samples.JudgedOn.ToTimestamp();
        ReceiptSigner.Sign(receipt, await KeyOf("signing"));
        return receipt;
    }

    private static async Task<(Parcel Parcel, MessageProof Proof)> ParcelFromSandwell()
    {
        var parcel = Parcels.Given.Parcel(Sandwell, RunningExchange.Agency, 3, InfoSharing.Tests.Samples.JudgedOn);
        var sandwell = new AgencyKeys(Sandwell, await KeyOf("signing"), await KeyOf("sealing"));
        var leeds = new AgencyKeys(RunningExchange.Agency, await KeyOf("signing", RunningExchange.Agency), await KeyOf("sealing", RunningExchange.Agency));
        foreach (var entry in parcel.Messages)
        {
            var message = Message.Parser.ParseFrom(entry.Message);
            message.TransferId = Guid.CreateVersion7(InfoSharing.Tests.Samples.JudgedOn).ToString();
            message.Sequence = 1;
            message.Version = 1;
            entry.Message = message.ToByteString();
        }
        var sealedBytes = Sealer.Seal(Parcels.Given.Rooted(parcel), sandwell, leeds.Sealing);
        var opened = new Opener(leeds, new Parcels.PartnerKeys([sandwell, leeds]), new StandingClock(InfoSharing.Tests.Samples.JudgedOn)).Open(sealedBytes);
        return (opened.Parcel!, MessageProof.Of(opened.Parcel!, opened.Proof!, 0));
    }

    private static byte[] Kept(MessageProof proof) => new ProofOfMessage
    {
        Salt = ByteString.CopyFrom(proof.Salt),
        Index = (uint)proof.Index,
        Count = (uint)proof.Count,
        Path = { proof.Path.Select(hash => ByteString.CopyFrom(hash)) },
        SignedAttributes = ByteString.CopyFrom(proof.Root.SignedAttributes),
        Signature = ByteString.CopyFrom(proof.Root.Signature),
    }.ToByteArray();

    private static async Task<X509Certificate2> KeyOf(string name, string agency = Sandwell) => DevelopmentKeys.Read(Path.Combine((await SharedNetwork.Network).Folder, agency, "keys", $"{name}.pem"));

    private static List<X509Certificate2> Certificates(IEnumerable<ByteString> der) => [.. der.Select(one => X509CertificateLoader.LoadCertificate(one.Span))];
}
