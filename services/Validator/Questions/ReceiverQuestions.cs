using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Questions;

/// <summary>
/// What the receiver's own rules add to a transfer that has come, as questions to its sender: a partnership may have turned a rule
/// up that the sender's has not. Nothing is sent back for them, and no clock stops.
/// </summary>
public static class ReceiverQuestions
{
    /// <summary>The questions, in the order of the receiver's report; empty where it has none to ask.</summary>
    /// <param name="view">The transfer as the receiver has it.</param>
    /// <param name="receiver">The receiver's agency id. Only the lead asks: a copy's view rightly leaves out much that a rule would miss.</param>
    /// <param name="own">The report of the receiver's own rules, under its own settings.</param>
    /// <param name="senders">The report with which it was sent, where the receiver has it: what it says is known and owed already, and is not asked again.</param>
    public static IReadOnlyList<RuleQuestion> Of(Transfer view, string receiver, Report own, Report? senders = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(own);
        if (view.Lead?.Agency != receiver || IsCrisisAlert(view)) return [];
        var known = Known(view, senders);
        var questions = new List<RuleQuestion>();
        foreach (var finding in own.Findings)
            if (IsAsked(finding) && !known.Contains((finding.RuleId, finding.Field))) questions.Add(QuestionOf(finding, own));
        return questions;
    }

    /// <summary>The questions as an answer, for the children whom they name; for every moving child where one names none. Null where there is no question.</summary>
    /// <param name="view">The transfer as the receiver has it.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="own">The receiver's report.</param>
    public static Asked? Answer(Transfer view, IReadOnlyList<RuleQuestion> questions, Report own)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(own);
        if (questions.Count == 0) return null;
        var named = questions.Select(question => question.Params.TryGetValue("child", out var child) ? child.Split(',') : []).ToList();
        var children = named.Exists(one => one.Length == 0) ? MovingChildren.Of(view).Select(child => child.Ref) : named.SelectMany(one => one);
        return new() { Children = { children.Distinct().Order(StringComparer.Ordinal) }, RuleQuestions = { questions }, SawVersion = view.Version, RuleSet = own.RuleSet };
    }

    // It can only be acknowledged: whoever is asked a question is not going to the child.
    private static bool IsCrisisAlert(Transfer view) => TransferKindsOf.Of(view.Kind) == TransferKinds.Alerts && view.Urgency == Transfer.Types.Urgency.Crisis;

    // What is withheld was withheld by the sender on purpose; what has run out is told to a named role, not asked.
    private static bool IsAsked(Finding finding) => finding.OverriddenBy.Length == 0 && finding.Severity is Severity.Refuse or Severity.Warn;

    private static HashSet<(string, string)> Known(Transfer view, Report? senders)
    {
        var known = view.AcknowledgedWarnings.Select(one => (one.RuleId, one.Field)).ToHashSet();
        if (senders is null) return known;
        known.UnionWith(senders.Findings.Select(one => (one.RuleId, one.Field)));
        known.UnionWith(senders.Owed.Select(one => (one.RuleId, one.Field)));
        return known;
    }

    private static RuleQuestion QuestionOf(Finding finding, Report own)
    {
        var text = own.Texts.First(one => one.RuleId == finding.RuleId && one.Variant == finding.Variant);
        return new() { RuleId = finding.RuleId, Field = finding.Field, Params = { finding.Params }, Variant = finding.Variant, Template = text.Template, Remedy = text.Remedy };
    }
}
