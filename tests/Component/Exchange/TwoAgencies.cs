using Google.Protobuf.WellKnownTypes;
using InfoSharing.Directories;
using InfoSharing.Exchange.Api;
using InfoSharing.Exchange.Escalating;
using InfoSharing.Exchange.Audit;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Retention;
using InfoSharing.Exchange.Transfers;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>
/// The acts of Leeds and Sandwell over real ledgers, without a network: <see cref="Carry"/> takes what waits from one to the other and brings the receipts back, as
/// often and in whatever order a test wants.
/// </summary>
internal sealed class TwoAgencies : IAsyncDisposable
{
    private readonly Agencies _agencies;
    private readonly Officers _officers;
    private ulong _number = 5;

    internal TwoAgencies(Agencies agencies, Officers officers, Keeper keeper = Keeper.Sqlite)
    {
        (_agencies, _officers) = (agencies, officers);
        Directory = new(officers.Trust, Clock, NullLogger<DirectoryInForce>.Instance);
        Change(_ => { });
        Leeds = new(agencies.Leeds, Directory, Clock, keeper);
        Sandwell = new(agencies.Sandwell, Directory, Clock, keeper);
    }

    internal TestClock Clock { get; } = new();

    internal DirectoryInForce Directory { get; }

    internal Side Leeds { get; }

    internal Side Sandwell { get; }

    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The clean hand-over, to Sandwell alone, under an id of its own.</summary>
    internal Transfer Clean()
    {
        var transfer = InfoSharing.Tests.Samples.Complete();
        transfer.Id = Guid.CreateVersion7(Clock.GetUtcNow()).ToString();
        transfer.Copies.Clear();
        return transfer;
    }

    /// <summary>Puts another directory into force.</summary>
    internal void Change(Action<DirectoryContent> change)
    {
        var content = Directories.Given.Directory(_agencies, _number++);
        content.ExpiresAt = Clock.GetUtcNow().AddDays(60).ToTimestamp();
        change(content);
        Directory.Offer(_officers.Sign(content)).Fault.ShouldBeNull();
    }

    /// <summary>Carries everything that waits, both ways, until nothing does.</summary>
    internal async Task CarryAll()
    {
        while (await Carry(Leeds, Sandwell) + await Carry(Sandwell, Leeds) > 0) { }
    }

    /// <summary>Carries what waits from one side to the other; the receipts come back unless they are lost.</summary>
    internal async Task<int> Carry(Side from, Side to, bool receiptsLost = false, bool reversed = false)
    {
        var waiting = new List<byte[]>();
        for (var lane = 1; lane <= 3; lane++)
            waiting.AddRange((await from.Ledger.DueAsync(to.Keys.Agency, lane, Clock.GetUtcNow(), 100, Stop)).Select(due => due.Body.Open().ShouldNotBeNull()));
        if (reversed) waiting.Reverse();
        foreach (var bytes in waiting)
        {
            var receipt = await to.Take(bytes);
            if (!receiptsLost) (await from.Ledger.AppendAsync(from.Arrivals.Done(receipt), Stop)).Outcome.ShouldBe(AppendOutcome.Stored);
        }
        return waiting.Count;
    }

    public async ValueTask DisposeAsync()
    {
        await Leeds.DisposeAsync();
        await Sandwell.DisposeAsync();
    }

    /// <summary>One agency.</summary>
    internal sealed class Side : IAsyncDisposable
    {
        private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("infosharing-acts-").FullName;
        private readonly DirectoryInForce _directory;
        private readonly TestClock _clock;
        private readonly TestDatabase? _database;
        private ServiceProvider _services;

        internal Side(AgencyKeys keys, DirectoryInForce directory, TestClock clock, Keeper keeper)
        {
            _database = keeper == Keeper.Postgres ? TestPostgres.NewDatabase() : null;
            _directory = directory;
            Keys = keys;
            _clock = clock;
            StorageKey.Make(KeyFile);
            Ledger = Opened();
            _services = ServicesOn(Ledger);
            Caller = new($"{keys.Agency}'s own system", Roles.System, keys.Agency);
        }

        internal AgencyKeys Keys { get; }

        internal AgencyLedger Ledger { get; private set; }

        internal string KeyFile => Path.Combine(_folder, "storage.key");

        internal string LedgerFile => Path.Combine(_folder, "ledger", "ledger.db");

        internal TestDatabase? Database => _database;

        internal Caller Caller { get; set; }

        internal IArrivals Arrivals => _services.GetRequiredService<IArrivals>();

        internal T Service<T>() where T : notnull => _services.GetRequiredService<T>();

        /// <summary>Closes it and opens it again, as a restart does.</summary>
        internal async Task Restart(Action? meanwhile = null)
        {
            await _services.DisposeAsync();
            Ledger.Dispose();
            meanwhile?.Invoke();
            Ledger = Opened();
            _services = ServicesOn(Ledger);
        }

        /// <summary>The ledger as another process of the agency has it; whoever opens it closes it.</summary>
        internal AgencyLedger Opened() => LedgerRegistration.Open(new()
        {
            Agency = Keys.Agency, Folder = Path.Combine(_folder, "ledger"), StorageKeyFile = KeyFile,
            Engine = _database is null ? LedgerOptions.Sqlite : LedgerOptions.Postgres, Connection = _database?.Connection ?? "", PasswordFile = _database?.PasswordFile ?? "",
        }, _clock, NullLogger<AgencyLedger>.Instance);

        /// <summary>The acts on a ledger.</summary>
        internal ServiceProvider ServicesOn(AgencyLedger ledger) => new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock).AddSingleton(_directory).AddSingleton(Keys).AddSingleton<ILedger>(ledger)
            .AddSingleton<IPartnerKeys, DirectoryPartners>().AddSingleton<IHostApplicationLifetime, ApplicationLifetime>().AddApi().AddAudit().AddRetention(new ConfigurationBuilder().Build().GetSection(RetentionOptions.Section)).BuildServiceProvider();

        internal Acts Acts => _services.GetRequiredService<Acts>();

        internal Task<SendReply> Send(Transfer transfer, bool? alert = null, string requestId = "")
        {
            var request = new SendRequest { Transfer = transfer, RequestId = requestId };
            if (alert is { } wanted) request.AlertOnRefusal = wanted;
            return Acts.Send.Run(request, Caller, Stop);
        }

        internal Task<SendReply> Supply(Transfer transfer) => Acts.Supply.Run(new() { Transfer = transfer }, Caller, Stop);

        internal Task<RespondReply> Accept(string id, uint saw, params string[] children) =>
            Acts.Respond.Run(new() { TransferId = id, Accepted = new() { SawVersion = saw, Children = { children } } }, Caller, Stop);

        internal Task<RespondReply> Ask(string id, uint saw, string child, string question) =>
            Acts.Respond.Run(new() { TransferId = id, Asked = new() { SawVersion = saw, Children = { child }, Questions = { new Text { Text_ = question } } } }, Caller, Stop);

        internal Task<RespondReply> Decline(string id, uint saw, string child, string words) =>
            Acts.Respond.Run(new() { TransferId = id, Declined = new() { SawVersion = saw, Children = { child }, Reason = Declined.Types.Reason.ChildNotInArea, Words = new() { Text_ = words } } }, Caller, Stop);

        internal Task<RespondReply> Acknowledge(string id) => Acts.Respond.Run(new() { TransferId = id, Accepted = new() }, Caller, Stop);

        internal Task<RespondReply> Keep(string id, Withdrawn.Types.ReceiverKeeps keeps, string? because = null) =>
            Acts.Respond.Run(new() { TransferId = id, Kept = new() { Keeps = keeps, Because = because is null ? null : new() { Text_ = because } } }, Caller, Stop);

        internal Task<CorrectReply> Correct(string id, string field, string says, string reason = "It was written down wrongly.", uint saw = 1, string requestId = "", string disputedBy = "") =>
            Acts.Correct.Run(new() { TransferId = id, SawVersion = saw, Field = field, Is = says, Reason = new() { Text_ = reason }, RequestId = requestId, DisputedBy = disputedBy }, Caller, Stop);

        internal Task<NoteDisagreementReply> Note(string id, DisagreementNote note) => Acts.Disagree.Run(new() { TransferId = id, Note = note }, Caller, Stop);

        internal Task<RecordCallReply> RecordCall(string id, string spokeTo, DateTimeOffset at, string agency = "") =>
            Acts.RecordCall.Run(new() { TransferId = id, Agency = agency, Called = new() { SpokeTo = new() { Name = spokeTo, Role = "duty manager" }, SpokenAt = at.ToTimestamp() } }, Caller, Stop);

        internal Task<ListOwedReply> Owed() => Acts.ListOwed.Run(new(), Caller, Stop);

        /// <summary>Looks at the clocks that are due, as the worker does.</summary>
        internal Task<int> LookAtClocks() => _services.GetRequiredService<EscalationPass>().RunAsync(Stop);

        internal Task<WithdrawReply> Withdraw(string id) => Acts.Withdraw.Run(new() { TransferId = id, Reason = new() { Text_ = "They stay in Leeds after all." } }, Caller, Stop);

        internal Task<GetReply> Get(string id, uint version = 0) => Acts.Get.Run(new() { TransferId = id, Version = version }, Caller, Stop);

        internal Task<FlowReply> Flow(string id) => Acts.Flow.Run(new() { TransferId = id }, Caller, Stop);

        /// <summary>Uploads a document, in messages of so many bytes.</summary>
        internal Task<UploadDocumentReply> Upload(string id, string document, byte[] bytes, byte[]? sha256 = null, int chunk = 64 << 10)
        {
            var start = new UploadDocumentRequest { Start = new() { TransferId = id, Document = document, Sha256 = Google.Protobuf.ByteString.CopyFrom(sha256 ?? []) } };
            return Acts.Upload.Run(new Documents.Messages<UploadDocumentRequest>([start, .. bytes.Chunk(chunk).Select(one => new UploadDocumentRequest { Chunk = Google.Protobuf.ByteString.CopyFrom(one) })]), Caller, Stop);
        }

        /// <summary>Downloads a document from an offset on.</summary>
        internal async Task<byte[]> Download(string id, string document, ulong offset = 0)
        {
            var written = new Documents.Written<DownloadDocumentReply>();
            await Acts.Download.Run(new() { TransferId = id, Document = document, Offset = offset }, Caller, written, Stop);
            return [.. written.Messages.SelectMany(one => one.Chunk)];
        }

        /// <summary>Does what the clerk does behind the calls.</summary>
        internal async Task SeeToDocuments(string id)
        {
            await _services.GetRequiredService<InfoSharing.Exchange.Documents.Arriving.DocumentsArriving>().SettleAsync(Guid.Parse(id), Stop);
            await _services.GetRequiredService<InfoSharing.Exchange.Documents.Going.DocumentsGoing>().SendAsync(Guid.Parse(id), Stop);
        }

        internal async Task<ListReply.Types.Entry> Listed(string id) => (await Acts.List.Run(new(), Caller, Stop)).Transfers.Single(entry => entry.TransferId == id);

        internal async Task<IReadOnlyList<string>> Events(string id) => [.. (await Ledger.EventsAsync(Guid.Parse(id), Stop)).Select(one => one.Kind)];

        internal async Task<IReadOnlyList<string>> Audit(string id) => [.. (await Ledger.AuditAsync(Guid.Parse(id), Stop)).Select(one => one.Kind)];

        /// <summary>Takes a message as delivery will, and gives the receipt.</summary>
        internal async Task<Receipt> Take(byte[] bytes)
        {
            var message = Message.Parser.ParseFrom(bytes);
            var receipt = new Receipt { MessageId = message.Id, Sha256 = ReceiptSigner.DigestOf(bytes), Recipient = Keys.Agency, StoredAt = _clock.GetUtcNow().ToTimestamp(), Software = "test" };
            var report = Arrivals.Judge(message);
            ReceiptSigner.Sign(receipt, Keys.Signing);
            var result = await Ledger.AppendAsync(Arrivals.Store(message, bytes, receipt, [], report), Stop);
            for (var tries = 0; tries < 2 && result.Outcome == AppendOutcome.Refused; tries++)
            {
                receipt.NotKept = true;
                ReceiptSigner.Sign(receipt, Keys.Signing);
                result = await Ledger.AppendAsync(Arrivals.Drop(message, receipt, result.Reason == "erased"), Stop);
            }
            return Receipt.Parser.ParseFrom(result.Receipt.ShouldNotBeNull(result.Reason));
        }

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            Ledger.Dispose();
            _database?.Drop();
            System.IO.Directory.Delete(_folder, recursive: true);
        }
    }
}
