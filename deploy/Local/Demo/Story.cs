using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Local.Demo;

/// <summary>
/// The story that the product is for, told by real commands against a real network: (1–2) a census return is imported; (3–4) the hand-over without
/// its reasons is refused and the alert goes; (5) it goes mended; (6–7) Sandwell asks and Leeds supplies; (8–9) two children are accepted and
/// the third stays under the order; (10–12) the flow, the ledgers, a receipt proven.
/// </summary>
internal sealed class Story(Stage stage)
{
    private const string Leeds = "leeds-social-care";
    private const string Sandwell = "sandwell-social-care";

    private static readonly string[] Moving = ["P2", "P3"];

    /// <summary>Tells it to its end.</summary>
    /// <exception cref="NotAsToldException">A step was not as told.</exception>
    internal async Task Tell(CancellationToken cancel)
    {
        var (leeds, sandwell) = (await stage.ClientOf(Leeds), await stage.ClientOf(Sandwell));
        var (atLeeds, atSandwell) = (new Told(leeds, Leeds), new Told(sandwell, Sandwell));
        var whole = await Import();
        var names = whole.Persons.Where(person => person.Roles.Contains(Person.Types.Role.Child)).ToDictionary(person => person.Ref, person => $"{person.Names[0].Given} ({person.Ref})");
        var holders = new Holders(stage.Screen, stage.Agencies, leeds, sandwell, names);

        var refusalId = await Refuse(whole, atLeeds, atSandwell, cancel);
        var messageId = await SendMended(DemoCase.Mended(whole, refusalId), refusalId, atLeeds, atSandwell, cancel);
        await holders.Show(whole.Id, [], cancel);
        await AskAndSupply(DemoCase.Mended(whole, refusalId), atLeeds, atSandwell, cancel);
        await holders.Show(whole.Id, [], cancel);
        await Accept(whole.Id, atLeeds, cancel);
        await holders.Show(whole.Id, Moving, cancel);
        await LookBack(whole.Id, messageId);
    }

    private async Task<Transfer> Import()
    {
        stage.Heading("Leeds has a census return", "Three children of one family, as the records system sends them to the DfE. They move to Sandwell with their mother.");
        await File.WriteAllBytesAsync("census.xml", DemoCase.Census());
        await stage.Run(0, null, "import", "cin", "census.xml", "--out", "drafts");

        stage.Heading("A census says what was done, and never why", "So a draft made of it may go as an alert, and not as a hand-over.");
        await stage.Run(1, 2, "check", "drafts/draft-000001.json");
        var imported = Enumerable.Range(1, 3).Select(number => JsonParser.Default.Parse<Transfer>(File.ReadAllText($"drafts/draft-{number:D6}.json")));
        return DemoCase.Whole(Guid.CreateVersion7(stage.Clock.GetUtcNow()), imported);
    }

    private async Task<string> Refuse(Transfer whole, Told atLeeds, Told atSandwell, CancellationToken cancel)
    {
        stage.Heading("The hand-over is sent without its reasons", "The social worker has joined the three drafts and written what the census cannot hold: names, relationships, risks, what was decided. Not why.");
        Stage.Write("handover.json", DemoCase.FileOf(DemoCase.WithoutReasons(whole)));
        await stage.Run(1, null, "send", "handover.json", "--as", Leeds);
        var refused = await atLeeds.Of("refused", whole.Id, null, cancel);

        stage.Heading("Nobody waits for the papers", "The alert that was made from what was written is at Sandwell already.");
        var arrived = await atSandwell.Of("received", refused.OtherId, null, cancel);
        stage.Screen.Line($"    From the refusal to Sandwell's ledger: {(arrived.At.ToDateTimeOffset() - refused.At.ToDateTimeOffset()).TotalSeconds:N1} s");
        await stage.Run(0, 3, "accept", refused.OtherId, "--as", Sandwell, "--by", "Priya Nandakumar", "--role", "social worker");
        await atLeeds.Of("acknowledged", refused.OtherId, null, cancel);
        await atSandwell.Of("delivered", refused.OtherId, null, cancel);
        return refused.RefusalId;
    }

    private async Task<string> SendMended(Transfer mended, string refusalId, Told atLeeds, Told atSandwell, CancellationToken cancel)
    {
        stage.Heading("The reasons are written, and it goes", "Twelve minutes later: the same hand-over, under the same id, names the refusal that it mends. Each child is answered for alone: Ludovic is under an interim care order to Leeds.");
        stage.Clock.LeapTo(new(2026, 11, 2, 17, 52, 0));
        Stage.Write("handover.json", DemoCase.FileOf(mended));
        await stage.Run(0, null, "send", "handover.json", "--as", Leeds);
        var sent = await atLeeds.Of("sent", mended.Id, 1, cancel);
        if (sent.OtherId != refusalId) throw new NotAsToldException("What was sent should name the refusal that it mends.");
        await atSandwell.Of("received", mended.Id, 1, cancel);
        await atLeeds.Of("delivered", mended.Id, 1, cancel);
        stage.Screen.Blank();
        stage.Screen.Words("The refusal stays on record, with its report as it was given then:", 4);
        await stage.Run(0, 1, "report", refusalId, "--as", Leeds);
        stage.Screen.Blank();
        return sent.Message.Id;
    }

    private async Task AskAndSupply(Transfer sent, Told atLeeds, Told atSandwell, CancellationToken cancel)
    {
        stage.Heading("Sandwell reads it and asks", "The same evening. Asking stops no clock and delays no protection.");
        stage.Clock.LeapTo(new(2026, 11, 2, 18, 20, 0));
        await stage.Run(0, 2, "ask", sent.Id, "--child", DemoCase.UnderOrder, "--question", "Where does Ludovic see his father, and who is there?", "--as", Sandwell, "--by", "Gwen Tolliver", "--role", "team manager");
        await atLeeds.Of("asked", sent.Id, null, cancel);
        await atSandwell.Of("delivered", sent.Id, 1, cancel);

        stage.Heading("Leeds supplies the whole next version", "Next morning. An answer is never a note beside the case: it is the case, one version on.");
        stage.Clock.LeapTo(new(2026, 11, 3, 9, 5, 0));
        Stage.Write("handover-2.json", DemoCase.FileOf(DemoCase.NextVersion(sent)));
        await stage.Run(0, 2, "supply", sent.Id, "handover-2.json", "--as", Leeds);
        await atSandwell.Of("supplied", sent.Id, 2, cancel);
        await atLeeds.Of("delivered", sent.Id, 2, cancel);
        stage.Screen.Blank();
    }

    private async Task Accept(string id, Told atLeeds, CancellationToken cancel)
    {
        stage.Heading("Sandwell tries to accept Ludovic", "The order does not move with a transfer, whoever says yes.");
        await stage.Run(2, null, "accept", id, "--child", DemoCase.UnderOrder, "--as", Sandwell, "--by", "Gwen Tolliver", "--role", "team manager");

        stage.Heading("Sandwell accepts the two who may move", "Responsibility passes when this is stored in Sandwell's ledger. Without --child it takes all who may move.");
        stage.Clock.LeapTo(new(2026, 11, 3, 9, 40, 0));
        await stage.Run(0, null, "accept", id, "--as", Sandwell, "--by", "Gwen Tolliver", "--role", "team manager");
        await atLeeds.Of("accepted", id, null, cancel);
        stage.Screen.Blank();
    }

    private async Task LookBack(string id, string messageId)
    {
        stage.Heading("The whole way, on Leeds's page", "Numbered as the main flow is, with Sandwell's steps as its receipts and answers told them.");
        await stage.Run(0, null, "flow", id, "--as", Leeds);

        stage.Heading("Both ledgers are read through", "Every event and every record, link by link.");
        await stage.Run(0, null, "verify", "--as", Leeds);
        await stage.Run(0, null, "verify", "--as", Sandwell);

        stage.Heading("The receipt is proven, alone", "What Sandwell signed for the hand-over holds without either ledger, and without us.");
        await stage.Run(0, null, "prove", messageId, "--out", "proof", "--as", Leeds);
    }
}
