using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>What became of a send: (1) gone, or refused and kept, with its alert; (2) whom to ring; (3) the report, where it says anything; (4) what to do next.</summary>
internal sealed class OutcomePage(Session session, Transfer transfer)
{
    private readonly Screen _screen = session.Screen;

    internal void Write(SendReply reply)
    {
        if (reply.Refused is { } refused) Refused(refused, reply.Report);
        else Sent(reply.Sent, reply.Report);
    }

    private void Sent(SendReply.Types.Sent sent, Report report)
    {
        var isAlert = TransferWords.IsAlert(transfer.Kind);
        _screen.Words($"{(isAlert ? "The alert is sent" : "Sent")} to {To(transfer)}.");
        _screen.Words($"{sent.TransferId}, version {sent.Version}, stored here {Sentence.Moment(sent.At)}. It is sent again until their signed receipt is here.");
        if (!isAlert) _screen.Words($"Delivered is not accepted: until they accept, {session.Agencies.Of(transfer.From.Agency)} still runs each child's plan, and the area where a child is found must act on immediate risk.");
        _screen.Blank();
        Held(sent.Held);
        if (report is not null && report.Findings.Count + report.Owed.Count + report.Withheld.Count + report.ChildrenBlocked.Count > 0) Report(report);
        _screen.Words($"Who holds what, and by when: {session.Command($"flow {sent.TransferId}")}");
    }

    private void Refused(SendReply.Types.Refused refused, Report report)
    {
        _screen.Heading("Refused as a hand-over", Colour.Red, $" {Sentence.Moment(refused.At)}.");
        _screen.Words($"Kept as evidence under {refused.RefusalId}.");
        if (refused.AlertSent)
        {
            _screen.Words($"Its alert has gone to {To(refused.Alert ?? transfer)}, made from what was written: nobody waits for the papers. It is {refused.Alert?.Id}.");
        }
        else
        {
            _screen.Words("Its alert has NOT gone, and they know nothing yet. Send it now, what you have is enough: ./infosharing alert FILE --out ALERT, then send ALERT.");
        }
        _screen.Blank();
        Held(refused.Held);
        Report(report);
        _screen.Words($"Mend what blocks it, write \"replacesRefusal\": \"{refused.RefusalId}\" in it, and send it again under the same id: the two are then linked.");
    }

    private void Report(Report report)
    {
        new ReportPage(_screen, transfer, report, []).Write();
        _screen.Blank();
    }

    private void Held(IEnumerable<SendReply.Types.Held> held)
    {
        foreach (var one in held)
        {
            _screen.Heading("RING      ", Colour.Red, session.Agencies.Of(one.Agency));
            var why = one.Why == SendReply.Types.Held.Types.Why.NoKey ? "The directory has no key to seal with for them" : "They are not in the directory";
            _screen.Words($"{why}: it is held here and goes as soon as it can. Ring {(one.Phone.Length > 0 ? one.Phone : "them, on the number that you have,")} now, and record who you spoke to.", 10);
            _screen.Blank();
        }
    }

    private string To(Transfer sent) => Sentence.List(
        sent.Copies.Select(copy => copy.Party?.Agency ?? "").Prepend(sent.Lead?.Agency ?? "").Where(id => id.Length > 0).Select(session.Agencies.Of).DefaultIfEmpty("whoever is found"));
}
