using System.Buffers.Binary;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Answers;

/// <summary>Two agencies' ledgers and the messages between them: nothing arrives unless a test delivers it.</summary>
internal sealed class Network
{
    public const string Leeds = "leeds-social-care";
    public const string Sandwell = "sandwell-social-care";
    public const string Health = "sandwell-health";

    private readonly Dictionary<string, List<Exchanged>> _ledgers = new() { [Leeds] = [], [Sandwell] = [], [Health] = [] };
    private readonly Dictionary<(string, string), ulong> _sequences = [];
    private int _ids;

    public Network(Transfer transfer) => Transfer = transfer;

    /// <summary>Monday 2 November 2026, 10:00, unless a test moves it.</summary>
    public DateTimeOffset Now { get; set; } = Samples.JudgedOn;

    public Transfer Transfer { get; private set; }

    public LocalFacts Local { get; set; } = new();

    /// <summary>The state as an agency's ledger has it.</summary>
    public TransferState At(string agency) => TransferFold.Of(agency, Transfer.Id, _ledgers[agency], agency == Leeds ? Local : null);

    public IReadOnlyList<Exchanged> LedgerOf(string agency) => _ledgers[agency];

    /// <summary>Stores a message in its sender's ledger.</summary>
    public Exchanged Write(string from, string to, Action<Message> body)
    {
        Now = Now.AddSeconds(1);
        var message = new Message { Id = NewId(), TransferId = Transfer.Id, Version = Transfer.Version, Sender = from, Recipient = to, Sequence = _sequences.GetValueOrDefault((from, to)) + 1 };
        body(message);
        if (message.BodyCase == Message.BodyOneofCase.DocumentPart) message.Sequence = message.DocumentPart.Part; // parts are numbered for themselves
        else _sequences[(from, to)] = message.Sequence;
        var written = new Exchanged(message, Now);
        _ledgers[from].Add(written);
        return written;
    }

    /// <summary>Stores a message in its recipient's ledger, and its receipt in the sender's. A double changes nothing.</summary>
    public Exchanged Deliver(Exchanged written, bool receiptIsLost = false)
    {
        var (from, to) = (_ledgers[written.Message.Sender], _ledgers[written.Message.Recipient]);
        if (!to.Exists(one => one.Message.Id == written.Message.Id)) to.Add(new(written.Message.Clone(), Now));
        var at = from.FindIndex(one => one.Message.Id == written.Message.Id);
        if (!receiptIsLost && from[at].ReceiptedAt is null) from[at] = from[at] with { ReceiptedAt = Now };
        return written;
    }

    public Exchanged Send(Transfer? next = null, string to = Sandwell)
    {
        if (next is not null) Transfer = next;
        var version = Transfer;
        return Write(Leeds, to, message =>
        {
            if (version.Version == 1) message.Transfer = version;
            else message.Supplied = new() { Transfer = version };
        });
    }

    /// <summary>The transfer's next version.</summary>
    public Transfer Next(Action<Transfer>? change = null)
    {
        var next = Transfer.Clone();
        next.Version++;
        change?.Invoke(next);
        return next;
    }

    public Accepted Acceptance(params string[] children) => new() { Children = { children }, At = Timestamp.FromDateTimeOffset(Now), By = Gwen, SawVersion = Transfer.Version };

    public Declined Decline(params string[] children) => new()
    {
        Children = { children }, At = Timestamp.FromDateTimeOffset(Now), By = Gwen, SawVersion = Transfer.Version,
        Reason = Declined.Types.Reason.ChildNotInArea, Words = Words("They left for Dudley on Friday."),
    };

    public Asked Question(params string[] children) => new()
    {
        Children = { children }, At = Timestamp.FromDateTimeOffset(Now), By = Gwen, SawVersion = Transfer.Version, Questions = { Words("Who has seen Ludovic since Monday?") },
    };

    public Exchanged Answer(Accepted said) => Write(Sandwell, Leeds, message => message.Accepted = said);

    public Exchanged Answer(Declined said) => Write(Sandwell, Leeds, message => message.Declined = said);

    public Exchanged Answer(Asked said) => Write(Sandwell, Leeds, message => message.Asked = said);

    public Exchanged Answer(Withdrawn said) => Write(Sandwell, Leeds, message => message.Withdrawn = said);

    public Exchanged Withdraw() =>
        Write(Leeds, Sandwell, message => message.Withdrawn = new() { Step = Withdrawn.Types.Step.Requested, Reason = Words("The family came back.") });

    public static Who Gwen { get; } = new() { Name = "Gwen Tolliver", Role = "team manager", Org = Sandwell };

    public static Text Words(string words) => new() { Text_ = words };

    private string NewId()
    {
        Span<byte> id = stackalloc byte[16];
        Guid.CreateVersion7(Now).TryWriteBytes(id, bigEndian: true, out _);
        // The random part is a counter, so that a run can be run again.
        id[6..].Clear();
        (id[6], id[8]) = (0x70, 0x80);
        BinaryPrimitives.WriteInt32BigEndian(id[12..], ++_ids);
        return new Guid(id, bigEndian: true).ToString("D");
    }
}
