using System.Diagnostics;
using System.Security.Cryptography;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Audit;
using InfoSharing.Exchange.Retention.Disposal;
using InfoSharing.Exchange.Retention.Enquiry;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Side = InfoSharing.Tests.Component.Exchange.TwoAgencies.Side;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Tests.Component.Retention;

public abstract class MisdirectedTests(Agencies agencies, Officers officers, Keeper keeper) : IAsyncLifetime
{
    private readonly TwoAgencies _two = new(agencies, officers, keeper);

    private Side Leeds => _two.Leeds;

    private Side Sandwell => _two.Sandwell;

    private static CancellationToken Stop => TwoAgencies.Stop;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _two.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whichever_side_says_it_content_is_locked_there_at_once_and_on_the_other_side_with_the_message(bool senderSays)
    {
        var transfer = await Delivered();
        await Sandwell.Ask(transfer.Id, 1, "P2", "Who is this family?");
        await _two.CarryAll();
        var (teller, other) = senderSays ? (Leeds, Sandwell) : (Sandwell, Leeds);

        var said = await Misdirect(teller, transfer.Id);
        said.AssessBy.ToDateTimeOffset().ShouldBe(_two.Clock.GetUtcNow().AddHours(72));
        (await Locked(teller, transfer.Id)).ShouldBe(3);
        (await other.Get(transfer.Id)).Transfer.Decisions.ShouldNotBeEmpty("it has not heard of it yet");
        await _two.CarryAll();
        (await Locked(other, transfer.Id)).ShouldBe(3);

        foreach (var side in new[] { Leeds, Sandwell })
        {
            (await side.Listed(transfer.Id)).State.ShouldBe(State.Misdirected);
            var flow = await side.Flow(transfer.Id);
            flow.State.ShouldBe(State.Misdirected);
            flow.Steps.Count(step => step.What == "misdirected").ShouldBe(1);
            flow.Clocks.Single(clock => clock.Name == "misdirected").ShouldSatisfyAllConditions(
                clock => clock.DueAt.ShouldBe(said.AssessBy), clock => clock.Tells.ShouldBe("INFORMATION_GOVERNANCE_LEAD"), clock => clock.Answered.ShouldBeFalse(), clock => clock.RunOut.ShouldBeFalse());
            var custody = await side.Service<CustodyAct>().Run(new() { TransferId = transfer.Id }, side.Caller, Stop);
            custody.Breach.ShouldSatisfyAllConditions(
                breach => (breach.Sender, breach.Receiver, breach.SaidBy).ShouldBe(("leeds-social-care", "sandwell-social-care", teller.Keys.Agency)),
                breach => breach.AssessBy.ShouldBe(said.AssessBy),
                breach => breach.Leads.Select(lead => lead.Agency).ShouldBe(["leeds-social-care", "sandwell-social-care"]),
                breach => breach.Leads.ShouldAllBe(lead => lead.Role.Length > 0 && lead.Phone.Length > 0),
                breach => breach.Messages.ShouldHaveSingleItem().Bytes.ShouldBeGreaterThan(1000UL));
            custody.Breach.ToString().ShouldNotContain(transfer.Persons[1].Names[0].Family);
            (await side.Ledger.FindAsync("nhs", transfer.Persons.SelectMany(person => person.Identifiers).First(one => one.Kind == Person.Types.Identifier.Types.Kind.Nhs).Value, Stop)).ShouldBeEmpty("the blind index tells nobody of it");
            (await side.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
        }
        (await Leeds.Ledger.WatchAsync(0, Stop).FirstAsync(one => one.Kind == "misdirected", Stop)).TransferId.ShouldBe(Guid.Parse(transfer.Id));
        (await Should.ThrowAsync<ActNotAllowedException>(() => Misdirect(Sandwell, transfer.Id))).No.Code.ShouldBe("already-misdirected");
        _two.Clock.Pass(TimeSpan.FromHours(73));
        (await Leeds.Flow(transfer.Id)).Clocks.Single(clock => clock.Name == "misdirected").RunOut.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_on_its_way_when_it_is_said_is_receipted_there_and_kept_by_nobody()
    {
        var transfer = _two.Clean();
        await Leeds.Send(transfer);
        await Misdirect(Leeds, transfer.Id);
        await _two.CarryAll(); // the alert lane overtakes: that it went astray is there before it is

        (await Sandwell.Events(transfer.Id)).ShouldBe(["early", "misdirected", "dropped"]);
        (await Leeds.Events(transfer.Id)).ShouldBe(["sent", "misdirected", "delivered", "not-kept"], ignoreOrder: true);
        (await Sandwell.Ledger.OpenAsync(Guid.Parse(transfer.Id), 0, null, Stop)).ShouldBeNull("no version of it is stored");
        (await Sandwell.Listed(transfer.Id)).State.ShouldBe(State.Misdirected);
        foreach (var message in await Sandwell.Ledger.MessagesAsync(Guid.Parse(transfer.Id), Stop)) Message.Parser.ParseFrom(message.Body.Open()).ToString().ShouldNotContain(transfer.Persons[1].Names[0].Family);
        var next = transfer.Clone();
        next.Version = 2;
        (await Should.ThrowAsync<ActNotAllowedException>(() => Leeds.Supply(next))).No.Code.ShouldBe("misdirected");
        (await Should.ThrowAsync<ActNotAllowedException>(() => Leeds.Withdraw(transfer.Id))).No.Code.ShouldBe("misdirected");

        var right = transfer.Clone();
        right.Id = Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString();
        (await Leeds.Send(right)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent, "to the right place goes a new transfer");
    }

    [Fact]
    public async Task An_alert_goes_astray_as_a_hand_over_does_and_nobody_was_aware_in_the_future_or_nameless()
    {
        var alert = InfoSharing.Tests.Samples.Alert();
        alert.Id = Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString();
        alert.Copies.Clear();
        await Leeds.Send(alert);
        await _two.CarryAll();
        async Task<string> No(MisdirectRequest request) => (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Acts.Misdirect.Run(request, Sandwell.Caller, Stop))).No.Code;

        (await No(new() { TransferId = alert.Id, AwareAt = _two.Clock.GetUtcNow().AddMinutes(1).ToTimestamp() })).ShouldBe("aware-later");
        (await No(new() { TransferId = alert.Id, Recipient = "sandwell-police" })).ShouldBe("not-a-recipient");
        (await No(new() { TransferId = Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString() })).ShouldBe("not-known");
        var said = await Sandwell.Acts.Misdirect.Run(new() { TransferId = alert.Id, RequestId = "once" }, Sandwell.Caller, Stop);
        (await Sandwell.Acts.Misdirect.Run(new() { TransferId = alert.Id, RequestId = "once" }, Sandwell.Caller, Stop)).ShouldBe(said);
        (await Locked(Sandwell, alert.Id)).ShouldBe(3);
    }

    [Fact]
    public async Task A_locked_case_opens_for_its_enquiry_alone_for_an_hour_and_each_reading_is_recorded()
    {
        var transfer = await Delivered();
        (await Should.ThrowAsync<ActNotAllowedException>(() => Open(transfer.Id))).No.Code.ShouldBe("not-misdirected");
        await Misdirect(Sandwell, transfer.Id);
        (await Should.ThrowAsync<ActNotAllowedException>(() => Read(transfer.Id))).No.Code.ShouldBe("no-enquiry");
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Service<OpenEnquiryAct>().Run(new() { TransferId = transfer.Id, Reason = Words("To see") }, Sandwell.Caller, Stop))).No.Code.ShouldBe("no-name");
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Service<OpenEnquiryAct>().Run(new() { TransferId = transfer.Id, By = Lead }, Sandwell.Caller, Stop))).No.Code.ShouldBe("no-words");

        var opened = await Open(transfer.Id);
        opened.Until.ToDateTimeOffset().ShouldBe(_two.Clock.GetUtcNow().AddMinutes(60));
        (await Read(transfer.Id)).Case.Transfer.Decisions.ShouldBe(transfer.Decisions);
        (await Locked(Sandwell, transfer.Id)).ShouldBe(3, "for everybody else it stays locked");
        var somebodyElse = Sandwell.Caller with { Name = "another system" };
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Service<ReadEnquiryAct>().Run(new() { TransferId = transfer.Id }, somebodyElse, Stop))).No.Code.ShouldBe("no-enquiry");
        _two.Clock.Pass(TimeSpan.FromMinutes(60));
        (await Should.ThrowAsync<ActNotAllowedException>(() => Read(transfer.Id))).No.Code.ShouldBe("no-enquiry");

        (await Sandwell.Audit(transfer.Id)).Count(kind => kind == "read-enquiry").ShouldBe(1);
        var record = (await Custody(Sandwell, transfer.Id)).Records.Single(one => one.Act.Kind == Act.Types.Kind.OpenEnquiry);
        (record.By.Name, record.Act.Reason.Text_).ShouldBe((Lead.Name, "Who may have read it?"));
        (await Sandwell.Events(transfer.Id)).ShouldContain("enquiry-opened");
    }

    [Fact]
    public async Task Closing_the_enquiry_at_the_wrong_receiver_destroys_the_key_and_the_sender_gets_a_certificate_that_openssl_verifies()
    {
        var transfer = await Delivered();
        var message = (await Sandwell.Ledger.MessagesAsync(Guid.Parse(transfer.Id), Stop)).Single(one => one.Kind == "transfer");
        await Misdirect(Sandwell, transfer.Id);
        (await Should.ThrowAsync<ActNotAllowedException>(() => Close(Sandwell, transfer.Id))).No.Code.ShouldBe("undelivered", "what was said must reach the sender first");
        await _two.CarryAll();
        var hold = Sandwell.Service<HoldAct>();
        await hold.Run(new() { TransferId = transfer.Id, By = Lead, Reason = Words("Court of Protection 12345") }, Sandwell.Caller, Stop);
        (await Should.ThrowAsync<ActNotAllowedException>(() => Close(Sandwell, transfer.Id))).No.Code.ShouldBe("on-hold");
        await hold.End(new() { TransferId = transfer.Id, By = Lead, Reason = Words("The court has released it") }, Sandwell.Caller, Stop);
        var raw = new RawLedger(Sandwell);
        raw.CanRead(Guid.Parse(transfer.Id)).ShouldBeTrue("the storage key and the tables open it while its key is there");

        var closed = await Close(Sandwell, transfer.Id);
        closed.Certificate.ShouldSatisfyAllConditions(
            one => (one.Agency, one.TransferId, one.Basis).ShouldBe(("sandwell-social-care", transfer.Id, DestructionCertificate.Types.Basis.Misdirected)),
            one => one.Messages.Single(gone => gone.MessageId == message.Id.ToString()).Sha256.ShouldBe(Google.Protobuf.ByteString.CopyFrom(message.Sha256)),
            one => one.KeyFingerprint.Length.ShouldBe(32), one => one.By.ShouldBe(Lead));
        (await Close(Sandwell, transfer.Id)).ShouldBe(closed, "said again, it is the same end");
        raw.CanRead(Guid.Parse(transfer.Id)).ShouldBeFalse("nothing in the tables opens it any more");
        await _two.CarryAll();

        await Should.ThrowAsync<NotHereException>(() => Sandwell.Get(transfer.Id));
        (await Should.ThrowAsync<ActNotAllowedException>(() => Read(transfer.Id))).No.Code.ShouldBe("enquiry-closed");
        var flow = await Sandwell.Flow(transfer.Id);
        flow.State.ShouldBe(State.Erased);
        flow.Steps.Select(step => step.What).Where(what => what != "stored").ShouldBe(["misdirected", "hold", "hold-ended", "enquiry-closed", "erased", "delivered"], ignoreOrder: true);
        flow.Clocks.Single(clock => clock.Name == "misdirected").Answered.ShouldBeTrue();
        (await Sandwell.Ledger.VerifyAsync(null, Stop)).ShouldSatisfyAllConditions(report => report.Holds.ShouldBeTrue(), report => report.Erased.ShouldBe(1UL));
        (await Sandwell.Ledger.SeenAsync([message.Id], Stop)).Keys.ShouldContain(message.Id, "a double of it is known as a double");

        var custody = await Custody(Leeds, transfer.Id);
        var proven = custody.Certificates.ShouldHaveSingleItem();
        proven.Certificate.ShouldBe(closed.Certificate);
        await OpenSslVerifies(proven);
        (await Leeds.Events(transfer.Id)).ShouldContain("destroyed-there");
        (await Locked(Leeds, transfer.Id)).ShouldBe(3, "its own enquiry is not closed yet");
        (await Close(Leeds, transfer.Id)).Certificate.ShouldBeNull("the case is the sender's own");
        (await Leeds.Get(transfer.Id)).Transfer.Decisions.ShouldBe(transfer.Decisions);
        (await Leeds.Flow(transfer.Id)).Clocks.Single(clock => clock.Name == "misdirected").Answered.ShouldBeTrue();

        await Sandwell.Restart();
        await Should.ThrowAsync<NotHereException>(() => Sandwell.Get(transfer.Id));
        (await Custody(Sandwell, transfer.Id)).Certificates.ShouldHaveSingleItem().Certificate.ShouldBe(closed.Certificate);
        (await Sandwell.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_part_that_comes_after_the_key_is_destroyed_is_receipted_and_leaves_nothing()
    {
        var transfer = await Delivered();
        await Misdirect(Sandwell, transfer.Id);
        await _two.CarryAll();
        await Close(Sandwell, transfer.Id);
        var part = new Message
        {
            Id = Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString(), TransferId = transfer.Id, Version = 1, Sequence = 1, Sender = "leeds-social-care", Recipient = "sandwell-social-care",
            DocumentPart = new() { Document = "DOC1", Part = 1, Of = 1, Upload = transfer.Id, Bytes = Google.Protobuf.ByteString.CopyFromUtf8("a letter about the family") },
        };
        var bytes = Google.Protobuf.MessageExtensions.ToByteArray(part);
        var receipt = await Sandwell.Take(bytes);
        receipt.NotKept.ShouldBeTrue();
        (await Sandwell.Take(bytes)).ShouldBe(receipt);
        (await Sandwell.Ledger.MessageAsync(Guid.Parse(part.Id), Stop)).ShouldNotBeNull().Body.Open().ShouldBeEmpty();
        (await Sandwell.Events(transfer.Id))[^1].ShouldBe("dropped");
    }

    [Fact]
    public async Task A_copy_that_went_astray_is_locked_there_and_the_hand_over_goes_on()
    {
        const string Health = "sandwell-health";
        var keys = agencies.Police with { Agency = Health };
        await using var health = new Side(keys, _two.Directory, _two.Clock, keeper);
        _two.Change(directory => directory.Agencies.Add(Directories.Given.Agency(keys)));
        var transfer = _two.Clean();
        transfer.Copies.Add(new Transfer.Types.Copy { Party = new() { Agency = Health, AgencyKind = Party.Types.AgencyKind.Health, AreaGss = "E08000028", Country = Party.Types.Country.Eng } });
        (await Leeds.Send(transfer)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        await _two.CarryAll();
        await _two.Carry(Leeds, health);
        (await health.Get(transfer.Id)).Transfer.ShouldNotBeNull();

        await Leeds.Acts.Misdirect.Run(new() { TransferId = transfer.Id, Recipient = Health }, Leeds.Caller, Stop);
        (await Should.ThrowAsync<ActNotAllowedException>(() => Leeds.Acts.Misdirect.Run(new() { TransferId = transfer.Id, Recipient = Health }, Leeds.Caller, Stop))).No.Code.ShouldBe("already-misdirected");
        await _two.Carry(Leeds, health);
        await _two.CarryAll();

        (await Locked(health, transfer.Id)).ShouldBe(3);
        (await Locked(Sandwell, transfer.Id)).ShouldBe(0);
        (await Leeds.Get(transfer.Id)).Transfer.ShouldNotBeNull();
        (await Leeds.Events(transfer.Id)).ShouldContain("copy-misdirected");
        (await Leeds.Flow(transfer.Id)).ShouldSatisfyAllConditions(flow => flow.State.ShouldBe(State.Delivered), flow => flow.Clocks.ShouldContain(clock => clock.Name == "misdirected"), flow => flow.Clocks.ShouldContain(clock => clock.Name == "arrival"));
        (await Custody(Leeds, transfer.Id)).Breach.Receiver.ShouldBe(Health);
        var closed = await Close(health, transfer.Id);
        await _two.Carry(health, Leeds);
        (await Custody(Leeds, transfer.Id)).Certificates.ShouldHaveSingleItem().Certificate.ShouldBe(closed.Certificate);
        (await Sandwell.Accept(transfer.Id, 1, "P2")).CaseResponsibility.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_watches_a_locked_case_sees_what_happened_and_no_word_of_it()
    {
        var transfer = await Delivered();
        await Sandwell.Ask(transfer.Id, 1, "P2", "Who is this family?");
        (await Watched()).ShouldContain("Who is this family?");
        await Misdirect(Sandwell, transfer.Id);
        var watched = await Watched();
        watched.ShouldContain("\"event\": \"asked\"");
        watched.ShouldContain("\"event\": \"misdirected\"");
        watched.ShouldNotContain("Who is this family?");
        var flow = await Sandwell.Flow(transfer.Id);
        (flow.Owed.Count, flow.Clocks.Select(clock => clock.Name).Single()).ShouldBe((0, "misdirected"), "the wrong area is asked for nothing more");

        async Task<string> Watched()
        {
            var head = (await Sandwell.Ledger.HeadAsync(Stop)).Position;
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var told = new Told(enough, head);
            await Should.ThrowAsync<OperationCanceledException>(() => Sandwell.Acts.Watch.Run(new(), Sandwell.Caller, told, enough.Token));
            return string.Join('\n', told.Replies);
        }
    }

    // Ends the watch with the last event before the watch's own record.
    private sealed class Told(CancellationTokenSource enough, ulong until) : Grpc.Core.IServerStreamWriter<WatchReply>
    {
        internal List<WatchReply> Replies { get; } = [];

        public Grpc.Core.WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(WatchReply message, CancellationToken cancellationToken) => WriteAsync(message);

        public Task WriteAsync(WatchReply message)
        {
            Replies.Add(message);
            // An act's audit record stands after its event.
            return message.Cursor + 1 >= until ? enough.CancelAsync() : Task.CompletedTask;
        }
    }

    private static Who Lead { get; } = new() { Name = "Imani Cole", Role = "information governance lead", Org = "sandwell-social-care" };

    private static Text Words(string words) => new() { Text_ = words };

    private async Task<Transfer> Delivered()
    {
        var transfer = _two.Clean();
        (await Leeds.Send(transfer)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        await _two.CarryAll();
        return transfer;
    }

    private static Task<MisdirectReply> Misdirect(Side side, string id) => side.Acts.Misdirect.Run(new() { TransferId = id }, side.Caller, Stop);

    private Task<OpenEnquiryReply> Open(string id) => Sandwell.Service<OpenEnquiryAct>().Run(new() { TransferId = id, By = Lead, Reason = Words("Who may have read it?") }, Sandwell.Caller, Stop);

    private Task<ReadEnquiryReply> Read(string id) => Sandwell.Service<ReadEnquiryAct>().Run(new() { TransferId = id }, Sandwell.Caller, Stop);

    private static Task<CloseEnquiryReply> Close(Side side, string id) => side.Service<CloseEnquiryAct>().Run(new() { TransferId = id, By = Lead, Assessment = Words("Nobody read on. Not reportable.") }, side.Caller, Stop);

    private static Task<GetCustodyReply> Custody(Side side, string id) => side.Service<CustodyAct>().Run(new() { TransferId = id }, side.Caller, Stop);

    // How many of the doors to content answer that it is locked.
    private static async Task<int> Locked(Side side, string id)
    {
        var message = (await side.Ledger.MessagesAsync(Guid.Parse(id), Stop))[0].Id.ToString();
        Func<Task>[] doors = [() => side.Get(id), () => side.Acts.Report.Run(new() { Id = id }, side.Caller, Stop), () => side.Service<ProveAct>().Run(new() { MessageId = message }, side.Caller, Stop)];
        var locked = 0;
        foreach (var door in doors)
        {
            try
            {
                await door();
            }
            catch (ActNotAllowedException no) when (no.No.Code == "misdirected" && no.Message.StartsWith("Locked: it went to the wrong place", StringComparison.Ordinal))
            {
                locked++;
            }
        }
        return locked;
    }

    private static async Task OpenSslVerifies(GetCustodyReply.Types.Proven proven)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("infosharing-certificate-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "signed.bin"), proven.Signed.ToByteArray(), Stop);
            await File.WriteAllBytesAsync(Path.Combine(folder, "signature.der"), proven.Certificate.Signature.ToByteArray(), Stop);
            await File.WriteAllTextAsync(Path.Combine(folder, "agency.pem"), PemEncoding.WriteString("CERTIFICATE", proven.Certificates[0].Span), Stop);
            using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "openssl x509 -in agency.pem -pubkey -noout > key.pem && openssl dgst -sha256 -verify key.pem -signature signature.der signed.bin"]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
            (await shell.StandardOutput.ReadToEndAsync(Stop)).ShouldBe("Verified OK\n");
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}

public sealed class MisdirectedOnSqliteTests(Agencies agencies, Officers officers) : MisdirectedTests(agencies, officers, Keeper.Sqlite);

public sealed class MisdirectedOnPostgresTests(Agencies agencies, Officers officers) : MisdirectedTests(agencies, officers, Keeper.Postgres);
