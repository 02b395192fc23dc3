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

    /// <summary>Every id.</summary>
    internal IEnumerable<string> Ids => _rows.Keys;

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
        internal TransferKinds Applies => KindsOf(Parts().Where(part => part is not "N owed" && ActsOf(part) == ActKinds.None));

        /// <summary>What else it judges: "override", "conference pack", "information_reply".</summary>
        internal ActKinds Acts => Where.Split(';', ',').Aggregate(AtConference, (acts, part) => acts | ActsOf(Bare(part)));

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

        /// <summary>What a variant "the same from …" says: the message from that word on.</summary>
        internal string? FromItsWord(string message)
        {
            if (SameFrom().Match(Message) is not { Success: true } same) return null;
            var from = message.IndexOf(same.Groups[1].Value, StringComparison.Ordinal);
            return from < 0 ? null : char.ToUpperInvariant(message[from]) + message[(from + 1)..];
        }

        // What follows a ";" or ":" or stands in brackets says more, and no kind: "H; N: safe default, …, shown and owed".
        private IEnumerable<string> Parts()
        {
            if (Where == "H; N: safe default, everyone marked, shown and owed") return ["H", "N owed"];
            var parts = Where.Split(';')[0].Split(", ").Select(Bare).Where(part => part is not ("later versions only" or "after Sent" or "imports")).ToArray();
            // Kinds by name share one "owed".
            return parts.All(part => part.Contains("TRANSFER", StringComparison.Ordinal)) && parts[^1].EndsWith(" owed", StringComparison.Ordinal)
                ? parts.Select(part => part.EndsWith(" owed", StringComparison.Ordinal) ? part : $"{part} owed")
                : parts;
        }

        private ActKinds AtConference => FirstRelease.Contains("acceptance at conference", StringComparison.Ordinal) ? ActKinds.Acceptance : ActKinds.None;

        // "H (ledger)" is H: what the brackets say, says more.
        private static string Bare(string part) => Regex.Replace(part, @"\s*\([^)]*\)", "", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim();

        private static ActKinds ActsOf(string part) => part switch
        {
            "override" => ActKinds.Override,
            "release" => ActKinds.Release,
            "break-glass" => ActKinds.BreakGlass,
            "conference pack" => ActKinds.ConferencePack,
            "information_request" => ActKinds.InformationRequest,
            "information_reply" => ActKinds.InformationReply,
            "MashDecision" => ActKinds.MashDecision,
            _ => ActKinds.None,
        };

        private static TransferKinds KindsOf(IEnumerable<string> parts) =>
            parts.Aggregate(TransferKinds.None, (kinds, part) => kinds | part.Replace(" owed", "", StringComparison.Ordinal) switch
            {
                "H" => TransferKinds.HandOvers,
                "N" or "M" => TransferKinds.Alerts,
                "all kinds" => TransferKinds.All,
                "FULL_TRANSFER" => TransferKinds.FullTransfer,
                "CP_TRANSFER_IN" => TransferKinds.CpTransferIn,
                _ => throw new InvalidOperationException($"\"{part}\" is no kind that this test knows: teach it."),
            });

        [GeneratedRegex("^[A-Z]+")]
        private static partial Regex Capitals();

        [GeneratedRegex("""the same from "(\w+)"\.""")]
        private static partial Regex SameFrom();

        [GeneratedRegex("""\("(\w+) … (\w+)" only where""")]
        private static partial Regex Clause();
    }
}
