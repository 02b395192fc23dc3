using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Cli.Presentation;

/// <summary>
/// One transfer's flow: (1) where it stands; (2) each child: who runs the plan, who must act now; (3) what is owed; (4) where areas disagree, and what
/// was corrected; (5) the clocks, and whom they told; (6) the steps.
/// </summary>
/// <param name="session">The talk.</param>
/// <param name="id">The transfer.</param>
/// <param name="transfer">The transfer, where it is open here; null shows references in place of names.</param>
/// <param name="traces">Whether each step shows its trace.</param>
internal sealed class FlowPage(Session session, string id, Transfer? transfer, bool traces = false)
{
    private readonly Screen _screen = session.Screen;
    private readonly Names _names = new(transfer ?? new Transfer());

    internal void Write(FlowReply flow)
    {
        Standing(flow);
        new UndeliveredList(_screen, session.Agencies).Write(flow.Undelivered);
        new ResponsibilityList(_screen, session.Agencies, _names).Write(flow.Children);
        if (flow.Children.Count == 0 && flow.MustActNow.Length > 0)
        {
            _screen.Words($"{session.Agencies.Of(flow.MustActNow)} must act now if a child is at risk, whatever the state says.");
            _screen.Blank();
        }
        new OwedList(_screen, new RuleWords(TextsOf(flow.Owed), new Filling(_names, FoundAgain.In(transfer ?? new Transfer()))), _names).Write(flow.Owed, []);
        new DocumentList(_screen, session).Write(flow.Documents, SenderOf(flow));
        new DisagreementList(_screen, session.Agencies, _names).Write(flow.Flow?.Disagreement ?? []);
        new CorrectionList(_screen, _names).Write(flow.Corrections);
        new ClockList(_screen, session.Agencies, _names).Write(flow.Clocks);
        new EscalatedList(_screen, session.Agencies, _names).Write(flow.Escalated);
        new FlowSteps(_screen, session.Agencies, SenderOf(flow), traces).Write(flow.Steps);
    }

    private void Standing(FlowReply flow)
    {
        var what = transfer is null ? "Transfer" : Sentence.Capital(TransferWords.Of(transfer.Kind));
        _screen.Heading($"{what}, {TransferWords.Of(flow.State)}", Colour.Bold, "");
        if (transfer is not null) _screen.Words($"{session.Agencies.Of(transfer.From?.Agency ?? "")} to {session.Agencies.Of(transfer.Lead?.Agency ?? "")}, version {transfer.Version}");
        _screen.Words(id);
        _screen.Blank();
    }

    private string SenderOf(FlowReply flow) => transfer?.From?.Agency is { Length: > 0 } from ? from : flow.Steps.Count > 0 ? flow.Steps[0].Agency : session.Agency.Id;

    // A flow names rules; their words are the same for every case and stand in this program too.
    private static Report TextsOf(IEnumerable<Owed> owed)
    {
        var report = new Report();
        foreach (var (ruleId, variant) in owed.Select(one => (one.RuleId, one.Variant)).Distinct())
        {
            var card = RuleSets.Newest.Rules.FirstOrDefault(rule => rule.Card.Id == ruleId)?.Card;
            if (card is not null && (variant.Length == 0 || card.Variants.ContainsKey(variant)))
                report.Texts.Add(new RuleText { RuleId = ruleId, Variant = variant, Template = card.TextOf(variant), Remedy = card.Remedy, Source = card.Source });
        }
        return report;
    }
}
