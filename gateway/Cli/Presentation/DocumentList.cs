using InfoSharing.Cli.Network;
using InfoSharing.V1;
using State = InfoSharing.V1.DocumentNow.Types.State;

namespace InfoSharing.Cli.Presentation;

/// <summary>The documents of a transfer: which are here whole, which in part, and how far each is on its way.</summary>
internal sealed class DocumentList(Screen screen, Session session)
{
    internal void Write(IReadOnlyCollection<DocumentNow> documents, string sender)
    {
        if (documents.Count == 0) return;
        screen.Heading("Documents", Colour.Bold, "");
        foreach (var document in documents)
        {
            screen.Words($"{document.Document}: {Here(document, sender)}", 2);
            foreach (var going in document.Going) screen.Words(Going(document, going), 6);
        }
        if (documents.Any(document => document.State == State.Whole)) screen.Words(session.Command("download ID DOCUMENT"), 2);
        screen.Blank();
    }

    private string Here(DocumentNow document, string sender) => document.State switch
    {
        State.Whole => "here, whole",
        State.Partial => $"{document.Parts} of {document.Of} parts are here; the rest is on its way",
        State.OtherBytes => $"came in other bytes than the transfer names; {session.Agencies.Of(sender)} was asked for it again",
        _ when sender == session.Agency.Id => "named, and not uploaded here yet",
        _ => "named; nothing of it has come yet",
    };

    private string Going(DocumentNow document, DocumentNow.Types.Going going) => going switch
    {
        { Kept: true } => $"kept from {session.Agencies.Of(going.Agency)}: a protected place stands in it, or nobody could look",
        _ when going.Receipted == document.Of => $"{session.Agencies.Of(going.Agency)} has it",
        _ => $"{session.Agencies.Of(going.Agency)} has {going.Receipted} of {document.Of} parts",
    };
}
