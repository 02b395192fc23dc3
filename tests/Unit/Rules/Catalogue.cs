using System.Text.RegularExpressions;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Tests.Unit.Rules;

/// <summary>The catalogue of rules as it is written down: its tables, and the lists of its first part.</summary>
internal sealed partial class Catalogue
{
    private readonly Dictionary<string, Row> _rows;

    private Catalogue(string text)
    {
        _rows = text.Split('\n').Where(line => line.StartsWith("| IS-", StringComparison.Ordinal)).Select(Row.Of).ToDictionary(row => row.Id);
        NeverOverridden = Numbers(Between(text, "**Safety rules cannot be overridden", "either: "));
        Refusing = Numbers(Between(text, "20 rules refuse a hand-over: ", ". The rest"));
        Papers = Numbers(Between(text, "5 working days for papers (", ")"));
    }

    /// <summary>Rules that no manager may override.</summary>
    internal IReadOnlySet<string> NeverOverridden { get; }

    /// <summary>Rules that refuse in the first release.</summary>
    internal IReadOnlySet<string> Refusing { get; }

    /// <summary>Rules about papers.</summary>
    internal IReadOnlySet<string> Papers { get; }

    internal static Catalogue Read() => new(File.ReadAllText(SharedData.BesideRepository("rules.md")));

    internal Row RowOf(string id) => _rows.GetValueOrDefault(id) ?? throw new InvalidOperationException($"{id} is in no table of the catalogue.");

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        if (from < start.Length) throw new InvalidOperationException($"The catalogue does not say \"{start}\".");
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    // "306–309" is four rules.
    private static HashSet<string> Numbers(string text) =>
    [
        .. from range in Range().Matches(text)
           let first = int.Parse(range.Groups[1].Value)
           let last = range.Groups[2].Success ? int.Parse(range.Groups[2].Value) : first
           from number in Enumerable.Range(first, last - first + 1)
           select $"IS-{number}",
    ];

    [GeneratedRegex(@"\b(\d{3})\b(?:–(\d{3})\b)?")]
    private static partial Regex Range();

    /// <summary>One row.</summary>
    internal sealed partial record Row(string Id, string Class, string FirstRelease, string Where, string Message, string Remedy, string Source)
    {
        internal string Severity => Capitals().Match(FirstRelease).Value;

        internal bool MayRise => FirstRelease.Contains("may rise", StringComparison.Ordinal);

        /// <summary>"H", "H, N", "all kinds", or kinds by name; a part that is owed alone ("N owed") is not here.</summary>
        internal TransferKinds Applies => KindsOf(Parts().Where(part => part is not "N owed"));

        internal TransferKinds Owed => KindsOf(Parts().Where(part => part.EndsWith(" owed", StringComparison.Ordinal)));

        internal static Row Of(string line)
        {
            var cells = line.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray();
            if (cells.Length != 8) throw new InvalidOperationException($"The row of {cells[0]} has {cells.Length} cells.");
            return new(cells[0], cells[1], cells[2], cells[3], cells[5], cells[6], cells[7]);
        }

        /// <summary>A message without the clause that stands only sometimes: ("In … homes" only where …).</summary>
        internal string? WithoutItsClause(string message) =>
            Clause().Match(Message) is { Success: true } clause
                ? Regex.Replace(message, $@",? {clause.Groups[1].Value.ToLowerInvariant()} \S+ {clause.Groups[2].Value}", "", RegexOptions.None, TimeSpan.FromSeconds(1))
                : null;

        // What follows a ";" or ":" or stands in brackets says more, and no kind: "H; N: safe default, …, shown and owed".
        private IEnumerable<string> Parts()
        {
            if (Where == "H; N: safe default, everyone marked, shown and owed") return ["H", "N owed"];
            var parts = Where.Split(';')[0].Split(", ").Select(part => part.Trim()).ToArray();
            // Kinds by name share one "owed".
            return parts.All(part => part.Contains("TRANSFER", StringComparison.Ordinal)) && parts[^1].EndsWith(" owed", StringComparison.Ordinal)
                ? parts.Select(part => part.EndsWith(" owed", StringComparison.Ordinal) ? part : $"{part} owed")
                : parts;
        }

        private static TransferKinds KindsOf(IEnumerable<string> parts) =>
            parts.Aggregate(TransferKinds.None, (kinds, part) => kinds | part.Replace(" owed", "", StringComparison.Ordinal) switch
            {
                "H" => TransferKinds.HandOvers,
                "N" => TransferKinds.Alerts,
                "all kinds" => TransferKinds.All,
                "FULL_TRANSFER" => TransferKinds.FullTransfer,
                "CP_TRANSFER_IN" => TransferKinds.CpTransferIn,
                _ => throw new InvalidOperationException($"\"{part}\" is no kind that this test knows: teach it."),
            });

        [GeneratedRegex("^[A-Z]+")]
        private static partial Regex Capitals();

        [GeneratedRegex("""\("(\w+) … (\w+)" only where""")]
        private static partial Regex Clause();
    }
}
