using System.Globalization;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;

namespace InfoSharing.Cli.Presentation;

/// <summary>The numbered steps on both sides, the sender's on the left, with times in London.</summary>
internal sealed class FlowSteps(Screen screen, AgencyNames agencies, string sender, bool traces)
{
    private const int RightSide = 38;

    internal void Write(IReadOnlyCollection<FlowReply.Types.Step> steps)
    {
        if (steps.Count == 0) return;
        var others = steps.Select(step => step.Agency).Where(agency => agency != sender).Distinct().ToList();
        var right = others.Count switch { 0 => "", 1 => agencies.Of(others[0]), _ => "the other agencies" };
        screen.Heading("Step by step", Colour.Bold, ", as the main flow numbers them; times are London's");
        screen.Line($"  {agencies.Of(sender)}".PadRight(RightSide + 2) + right);
        DateOnly? day = null;
        foreach (var step in steps)
        {
            var london = step.At is null ? (DateTime?)null : London.ClockAt(step.At.ToDateTimeOffset());
            if (london is { } now && DateOnly.FromDateTime(now) != day)
            {
                day = DateOnly.FromDateTime(now);
                screen.Line($"  {Sentence.Day(day.Value)}");
            }
            screen.Line(Line(step, london, others.Count > 1));
            if (traces && step.TraceId.Length > 0) screen.Line($"{new string(' ', SideOf(step) + 6)}trace {step.TraceId}");
        }
        screen.Blank();
    }

    private int SideOf(FlowReply.Types.Step step) => step.Agency == sender ? 0 : RightSide;

    private static string OtherOf(string what) => what switch
    {
        "refused" => "its alert: ",
        "sent" or "supplied" => "mends refusal ",
        _ => "",
    };

    private string Line(FlowReply.Types.Step step, DateTime? london, bool manyOthers)
    {
        var time = london?.ToString("HH:mm:ss", CultureInfo.InvariantCulture) ?? "        ";
        var version = step.Version > 1 ? $", version {step.Version}" : "";
        var whom = manyOthers && step.Agency != sender ? $" ({agencies.Of(step.Agency)})" : manyOthers && step.To.Length > 0 ? $", to {agencies.Of(step.To)}" : "";
        var other = step.OtherId.Length > 0 ? $"; {OtherOf(step.What)}{step.OtherId}" : "";
        return $"{new string(' ', SideOf(step))}{step.Number,4}  {time}  {TransferWords.OfEvent(step.What)}{version}{whom}{other}";
    }
}
