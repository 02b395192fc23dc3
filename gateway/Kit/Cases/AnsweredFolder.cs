using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Kit.Cases;

/// <summary>An implementation that was run offline: its reports lie in the kit's folder, one beside each transfer.</summary>
public static class AnsweredFolder
{
    /// <summary>What became of each case; a case without an answer file was not asked.</summary>
    /// <param name="folder">The kit's folder.</param>
    /// <param name="cases">The cases, made again as at the kit's instant.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<CaseResult> Compare(string folder, IReadOnlyList<KitCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return [.. cases.Select(one => Compare(Path.Combine(folder, one.Rule.Card.Id, $"{one.Which}.answer.json"), one))];
    }

    private static CaseResult Compare(string path, KitCase one)
    {
        if (!File.Exists(path)) return new(one, CaseOutcome.NotAsked, [], []);
        try
        {
            // Reports of newer rule sets may have fields that this version does not know.
            return Comparison.Of(one, new JsonParser(JsonParser.Settings.Default.WithIgnoreUnknownFields(true)).Parse<Report>(File.ReadAllText(path)));
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException) // a supplier's file: the fault is a difference of that case
        {
            return new(one, CaseOutcome.Differs, ["the answer file is no report in protobuf JSON"], []);
        }
    }
}
