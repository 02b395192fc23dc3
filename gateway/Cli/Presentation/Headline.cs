using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using InfoSharing.Validator.Facts;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using Severity = InfoSharing.V1.Finding.Types.Severity;

namespace InfoSharing.Cli.Presentation;

/// <summary>What can be done with the transfer as it is, before anything else is said.</summary>
internal sealed class Headline(Transfer transfer, Report report, Names names, int partiesMissing)
{
    internal IEnumerable<string> Lines()
    {
        if (transfer.Kind is Kind.Notification or Kind.MissingFamilyAlert)
        {
            yield return "This can go as an alert now." + (report.Owed.Count > 0 ? $" {Are(report.Owed.Count)} owed: the list below says by when." : "");
            yield break;
        }
        var blocking = report.Findings.Where(finding => finding.Severity == Severity.Refuse && finding.OverriddenBy.Length == 0).ToList();
        if (report.Handover == Report.Types.Handover.Refused)
            yield return $"This can go as an alert now. To hand over, {Are(blocking.Count + partiesMissing)} needed.";
        else if (report.ChildrenBlocked.Count > 0)
        {
            yield return SomeMayGo();
            foreach (var child in report.ChildrenBlocked)
                yield return $"To hand over {names.Of([child])}, {Are(blocking.Count(finding => finding.Params.GetValueOrDefault("child") == child))} needed; an alert can go now.";
        }
        else yield return "This may be handed over.";
        var overridden = report.Findings.Count(finding => finding.OverriddenBy.Length > 0);
        if (overridden > 0) yield return $"{Are(overridden)} overridden by a manager, and owed.";
        var warnings = report.Findings.Count(finding => finding.Severity == Severity.Warn);
        if (warnings > 0) yield return $"{Sentence.Count(warnings, "warning asks", "warnings ask")} to be read.";
    }

    private string SomeMayGo()
    {
        var free = MovingChildren.Of(transfer).Select(child => child.Ref).Where(child => !report.ChildrenBlocked.Contains(child)).ToList();
        return $"{names.Of(free)} may be handed over; {names.Of(report.ChildrenBlocked)} may not yet.";
    }

    private static string Are(int count) => $"{Sentence.Count(count, "thing is", "things are")}";
}
