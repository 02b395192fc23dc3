using System.Text.Json;
using System.Text.Json.Serialization;
using InfoSharing.Feeds;

namespace InfoSharing.Cli.Import;

/// <summary>What an import tells at its end: the oddities in groups, the first of them line by line, and one line that sums up.</summary>
internal sealed class ImportReport(ImportSummary summary, string folder, string? failure)
{
    private const int LinesOnScreen = 50;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people and programs, never put in a page
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>For a person.</summary>
    public void WriteText(TextWriter output)
    {
        WriteGroups(output);
        WriteLines(output);
        if (summary.Unreadable is not null) output.WriteLine(WhereItEnded(summary.Unreadable));
        output.WriteLine(
            $"{Number(summary.Children, "child", "children")}, {Number(summary.Episodes, "episode", "episodes")}: {Number(summary.Drafts, "draft", "drafts")} in {folder}; " +
            Number(summary.Oddities, "oddity", "oddities") + (summary.Remarks == 0 ? "" : $", {Number(summary.Remarks, "remark", "remarks")}"));
    }

    /// <summary>For a program.</summary>
    public void WriteJson(TextWriter output)
    {
        var result = new
        {
            summary.Children,
            summary.Episodes,
            summary.Drafts,
            summary.Oddities,
            summary.Remarks,
            Out = folder,
            OdditiesFile = summary.Oddities + summary.Remarks > 0 ? DraftFolder.OdditiesFile : null,
            summary.Unreadable,
            Failure = failure,
            Groups = summary.Groups.Select(entry => new { entry.Group.Element, entry.Group.Rule, entry.Group.Reason, entry.Group.Weight, entry.Count }),
            First = summary.First.Select(oddity => new { oddity.Line, oddity.Element, oddity.Rule, oddity.Reason, oddity.Written, oddity.Weight }),
        };
        output.Write(JsonSerializer.Serialize(result, Json));
        output.Write('\n');
    }

    private void WriteGroups(TextWriter output)
    {
        foreach (var weight in summary.Groups.GroupBy(entry => entry.Group.Weight))
        {
            output.WriteLine(weight.Key == OddityWeight.Remark ? "Remarks: carried whole, and worth a look" : "Oddities");
            foreach (var element in weight.GroupBy(entry => entry.Group.Element).OrderByDescending(element => element.Sum(entry => entry.Count)))
            {
                output.WriteLine($"{element.Sum(entry => entry.Count),9:N0}  {element.Key}");
                foreach (var (group, count) in element) output.WriteLine($"{"",11}{count,7:N0}  {group.Reason}{(group.Rule is null ? "" : $" ({group.Rule})")}");
            }

            output.WriteLine();
        }
    }

    private void WriteLines(TextWriter output)
    {
        if (summary.First.Count > 0)
        {
            output.WriteLine("Where");
            foreach (var oddity in summary.First.Take(LinesOnScreen)) output.WriteLine($"  line {oddity.Line,-7} {oddity}");
            if (summary.Oddities > LinesOnScreen) output.WriteLine($"  … and {summary.Oddities - LinesOnScreen:N0} more");
            output.WriteLine();
        }

        if (summary.Oddities + summary.Remarks > 0) output.WriteLine($"All of them, with the draft of each: {Path.Combine(folder, DraftFolder.OdditiesFile)}");
    }

    private string WhereItEnded(Oddity fault)
    {
        var where = fault.Element.Length == 0 ? $"line {fault.Line}" : $"line {fault.Line}, {fault.Element}";
        var end = fault.Words.EndsWith('?') ? "" : ".";
        return $"Unreadable from {where}: {fault.Words}{end} {(summary.Drafts == 0 ? "Nothing was imported." : "The children before it are imported.")}";
    }

    private static string Number(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
