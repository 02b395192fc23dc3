using System.Text.Json;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Kit.Cases;

/// <summary>The kit as a folder: for each rule a bad and a good transfer, each with the report that it must get.</summary>
public static class KitFolder
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Writes it, over an older one. Nothing in it is about anybody: the people are invented.</summary>
    /// <param name="folder">The folder; it is made where it is not there.</param>
    /// <param name="at">The instant at which its transfers are judged.</param>
    /// <returns>How many cases it has.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static int Write(string folder, DateTimeOffset at)
    {
        var cases = KitCase.All(at);
        Directory.CreateDirectory(folder);
        foreach (var one in cases) Write(folder, one);
        var listed = new Listed(cases[0].Expected.RuleSet, cases[0].Expected.Day, at, [.. cases.Select(EntryOf)]);
        File.WriteAllText(Path.Combine(folder, "kit.json"), JsonSerializer.Serialize(listed, Indented) + "\n");
        File.WriteAllText(Path.Combine(folder, "README.md"), About(listed));
        return cases.Count;
    }

    /// <summary>The instant of a kit that was written, to make its cases again; null where the folder holds none.</summary>
    public static DateTimeOffset? InstantOf(string folder)
    {
        var path = Path.Combine(folder, "kit.json");
        return File.Exists(path) ? JsonSerializer.Deserialize<Listed>(File.ReadAllText(path), Indented)?.At : null;
    }

    private static void Write(string folder, KitCase one)
    {
        Directory.CreateDirectory(Path.Combine(folder, one.Rule.Card.Id));
        var start = Path.Combine(folder, one.Rule.Card.Id, one.Which);
        File.WriteAllText(start + ".json", Json.Format(one.Example.Transfer) + "\n");
        File.WriteAllText(start + ".report.json", Json.Format(one.Expected) + "\n");
        if (one.Example.Act is { } act) File.WriteAllText(start + ".act.json", Json.Format(act) + "\n");
        var beside = one.Example.Beside;
        if (!beside.Settings.Equals(new Settings())) File.WriteAllText(start + ".settings.json", Json.Format(beside.Settings) + "\n");
        if (beside.Flow is { } flow) File.WriteAllText(start + ".flow.json", Json.Format(flow) + "\n");
        if (beside.Agencies is { } agencies) File.WriteAllText(start + ".agencies.json", JsonSerializer.Serialize(agencies, Indented) + "\n");
    }

    private static Entry EntryOf(KitCase one) => new(
        one.Rule.Card.Id,
        one.Which,
        one.Example.Story,
        $"{one.Name}.json",
        $"{one.Name}.report.json",
        $"{one.Name}.answer.json",
        one.IsToldByCheck);

    private static string About(Listed listed) => $"""
        # A kit for suppliers

        {listed.Cases.Count} transfers, a bad and a good one for each rule of rule set {listed.RuleSet}, each with the report that it must get.
        Everybody in them is invented. Judged as on {listed.Day}, at {listed.At:yyyy-MM-ddTHH:mm:ssZ}.

        - `kit.json` lists the cases. `IS-102/bad.json` is a transfer (protobuf JSON of `infosharing.v1.Transfer`), `IS-102/bad.report.json` its report (`infosharing.v1.Report`).
        - Where `told_by_check` is false, the rule also needs what stands beside it: `.settings.json`, `.flow.json` (the ledger), `.agencies.json` (the directory); or it judges `.act.json`, an act about the transfer.
        - **Your own implementation, offline**: judge each transfer as at that instant, write each report to its `answer` file, then

              ./infosharing kit --answers FOLDER

        - **A running service**: `./infosharing kit --against http://127.0.0.1:5100 --token-file TOKEN` sends each to `CaseExchange.Check`, as of today.

        A case agrees when your report has the same findings of the case's own rule: severity, field and variant. What other rules say is listed as a note:
        a service has a directory and settings of its own. A rule that a partnership has turned up may refuse where the kit warns.

        """;

    private sealed record Listed(string RuleSet, string Day, DateTimeOffset At, IReadOnlyList<Entry> Cases);

    private sealed record Entry(string Rule, string Which, string Story, string Transfer, string Expected, string Answer, bool ToldByCheck);
}
