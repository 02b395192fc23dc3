using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using Answer = InfoSharing.V1.FlowReply.Types.ChildNow.Types.Answer;
using Reads = InfoSharing.V1.FlowReply.Types.ChildNow.Types.Reads;

namespace InfoSharing.Cli.Presentation;

/// <summary>
/// Two things for each child, kept apart: who runs the plan, which acceptance alone moves; and who must act now, which no state moves.
/// </summary>
internal sealed class ResponsibilityList(Screen screen, AgencyNames agencies, Names names)
{
    private const string Section47 = "CHILDREN_ACT_1989_S47";

    internal void Write(IReadOnlyCollection<FlowReply.Types.ChildNow> children)
    {
        if (children.Count == 0) return;
        screen.Heading("Each child now", Colour.Bold, "");
        foreach (var child in children)
        {
            screen.Heading($"  {names.Of(child.Child) ?? child.Child}", Colour.Bold, AnswerOf(child.Answer));
            foreach (var words in Lines(child)) screen.Words(words, 4);
        }
        screen.Blank();
    }

    private IEnumerable<string> Lines(FlowReply.Types.ChildNow child)
    {
        var who = names.Of(child.Child) ?? child.Child;
        var holder = agencies.Of(child.Holder);
        yield return PlanOf(child, who, holder);
        if (child.OrderStays) yield return $"An order keeps {who} with {holder}: only the court, or the order's end, changes that.";
        if (child.MustActNow.Length > 0)
            yield return $"{agencies.Of(child.MustActNow)} must act now if {who} is at risk of significant harm in {AgencyNames.AreaOf(child.AreaGss)}{(child.Law == Section47 ? " (Children Act 1989 s47)" : "")}.";
        if (child.Answer != Answer.Accepted) yield return $"Interim visits and supervision: {InterimOf(child.Interim)}";
    }

    private static string PlanOf(FlowReply.Types.ChildNow child, string who, string holder) => (child.Reads, child.Answer) switch
    {
        (Reads.AskTheSender, _) => $"As far as is known here {holder} runs {who}'s plan. This agency has a copy: only the sender or the lead can say.",
        (Reads.NotCertain, _) => $"It is not certain who runs {who}'s plan: this ledger was brought back from a copy, and is asking the other side. Until it is answered {holder} keeps to the plan.",
        (_, Answer.Accepted) => $"{holder} runs {who}'s plan now.",
        (Reads.OursUnlessAcceptanceOnItsWay, _) => $"{holder} still runs {who}'s plan, unless an acceptance is on its way.",
        _ => $"{holder} still runs {who}'s plan.",
    };

    private string InterimOf(InterimArrangement? agreed)
    {
        if (agreed is null) return "not agreed yet.";
        var often = agreed.HowOften.Length > 0 ? $", {agreed.HowOften}" : "";
        var from = Dates.Read(agreed.From) is { } day ? $", from {Sentence.Day(day)}" : "";
        return $"{Person(agreed.WhoVisits)}{often}{from}; agreed by {Person(agreed.AgreedByFrom)} and {Person(agreed.AgreedByTo)}.";
    }

    private string Person(Who? who) => who is null ? "somebody not named here" : string.Join(", ", new[] { who.Name, who.Role, who.Org.Length > 0 ? agencies.Of(who.Org) : "" }.Where(part => part.Length > 0));

    private static string AnswerOf(Answer answer) => answer switch
    {
        Answer.Open => "  not answered yet",
        Answer.Accepted => "  accepted",
        Answer.Declined => "  declined",
        Answer.Asked => "  questions asked",
        Answer.Supplied => "  questions answered by the next version",
        _ => "",
    };
}
