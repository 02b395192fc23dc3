using InfoSharing.Cli.Commands;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>
/// A transfer as its reader needs it: (1) in a crisis, the telephone; (2) how people are reached safely; (3) what was overridden and
/// what is withheld; (4) the case, whole; (5) what happened to it.
/// </summary>
internal sealed class TransferPage(Session session, GetReply reply)
{
    private readonly Screen _screen = session.Screen;
    private readonly Transfer _transfer = reply.Transfer;

    internal void Write()
    {
        CrisisWords.Write(_screen, _transfer);
        var (from, lead) = (session.Agencies.Of(_transfer.From?.Agency ?? ""), session.Agencies.Of(_transfer.Lead?.Agency ?? ""));
        _screen.Heading($"{Sentence.Capital(TransferWords.Of(_transfer.Kind))}, version {_transfer.Version}", Colour.Bold, $"  {_transfer.Id}");
        _screen.Words($"{from} to {lead}. This view is recorded.");
        _screen.Blank();
        var text = new CaseText(_screen, session.Agencies, new Names(_transfer));
        text.Write(_transfer, CaseText.First);
        if (reply.Withheld > 0)
        {
            _screen.Words($"{Sentence.Count((int)reply.Withheld, "item is", "items are")} withheld from this agency: ask {from}.");
            _screen.Blank();
        }
        new CorrectionList(_screen, new Names(_transfer)).Write(reply.Corrections);
        text.Write(_transfer, CaseText.Then);
        new DocumentList(_screen, session).Write(reply.Documents, _transfer.From?.Agency ?? "");
        Happened();
    }

    private void Happened()
    {
        if (reply.Messages.Count == 0) return;
        _screen.Heading("What happened", Colour.Bold, "");
        foreach (var message in reply.Messages)
        {
            _screen.Words($"{session.Agencies.Of(message.Sender)} to {session.Agencies.Of(message.Recipient)}, version {message.Version}: {What(message)}", 2);
            _screen.Words($"message {message.Id}", 6);
        }
        _screen.Blank();
        _screen.Words($"A receipt is proven by its message: {session.Command("prove MESSAGE")}");
    }

    private string What(Message message)
    {
        var names = new Names(_transfer);
        return message.BodyCase switch
        {
            // What a version says stands above: its message is listed without it.
            Message.BodyOneofCase.None or Message.BodyOneofCase.Transfer or Message.BodyOneofCase.Supplied => message.Version > 1 ? "the whole next version" : "the transfer",
            Message.BodyOneofCase.Accepted when message.Accepted.Children.Count == 0 => $"acknowledged{By(message.Accepted.By)}",
            Message.BodyOneofCase.Accepted => $"accepted {names.Of(message.Accepted.Children)}{By(message.Accepted.By)}",
            Message.BodyOneofCase.Declined => $"declined {names.Of(message.Declined.Children)}{By(message.Declined.By)}: {message.Declined.Words?.Text_}",
            Message.BodyOneofCase.Asked => $"asked about {names.Of(message.Asked.Children)}{By(message.Asked.By)}: {string.Join(" ", message.Asked.Questions.Select(one => one.Text_).Concat(message.Asked.RuleQuestions.Select(RuleAsks)))}",
            Message.BodyOneofCase.Withdrawn => WithdrawalOf(message.Withdrawn),
            Message.BodyOneofCase.Corrected => $"a correction{(message.Corrected.Field.Length > 0 ? $" of {message.Corrected.Field}" : " that is withheld from this agency")}",
            Message.BodyOneofCase.DisagreementNote => $"{(message.DisagreementNote.Agreed ? "agreed" : "reasons")} about {names.Of(message.DisagreementNote.Children)}{By(message.DisagreementNote.By)}: {message.DisagreementNote.Words?.Text_}",
            Message.BodyOneofCase.Called => $"spoke to {message.Called.SpokeTo?.Name}, {message.Called.SpokeTo?.Role}, {Sentence.Moment(message.Called.SpokenAt)}",
            Message.BodyOneofCase.Misdirected => $"it went to the wrong place{By(message.Misdirected.By)}",
            Message.BodyOneofCase.DocumentPart => $"part {message.DocumentPart.Part} of {message.DocumentPart.Of} of document {message.DocumentPart.Document}",
            _ => "a message of another kind",
        };
    }

    private static string WithdrawalOf(Withdrawn withdrawn)
    {
        var step = withdrawn.Step switch
        {
            Withdrawn.Types.Step.Withdrawn => "withdrawn",
            Withdrawn.Types.Step.TooLate => $"too late to withdraw, accepted {Sentence.Moment(withdrawn.AcceptedAt)}",
            _ => "withdrawal asked",
        };
        if (withdrawn.ReceiverKeeps != default) return $"after the withdrawal: {KeepCommand.WordsOf(withdrawn.ReceiverKeeps)}{By(withdrawn.By)}{(withdrawn.KeepsBecause is { Text_.Length: > 0 } because ? $": {because.Text_}" : "")}";
        return withdrawn.Reason is { Text_.Length: > 0 } reason ? $"{step}: {reason.Text_}" : step;
    }

    // Their own rules ask too, in the words of their version of them.
    private string RuleAsks(RuleQuestion asked) =>
        new Filling(new Names(_transfer), FoundAgain.In(_transfer)).Of(asked.Template, new Finding { RuleId = asked.RuleId, Field = asked.Field, Variant = asked.Variant, Params = { asked.Params } });

    private static string By(Who? who) => who is { Name.Length: > 0 } ? $" by {who.Name}{(who.Role.Length > 0 ? $", {who.Role}" : "")}" : "";
}
