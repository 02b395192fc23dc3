using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Kit.Reading;

/// <summary>
/// The examples of all rules. Each is a file <c>Examples/IS-102.json</c>: a bad and a good transfer, each a base (complete,
/// complete-fm, alert) and its changes: <c>{"clear": place}</c>, <c>{"set": place, "to": value}</c>, <c>{"add": list, "value": value}</c>.
/// </summary>
public static class ExampleSet
{
    /// <summary>The moment at which an example is judged unless it says otherwise: Monday 2 November 2026, 10:00 UTC.</summary>
    public static DateTimeOffset JudgedOn { get; } = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Assembly Here = typeof(ExampleSet).Assembly;

    /// <summary>The rules that have examples, in the order of their ids.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Here.GetManifestResourceNames().Where(name => name.StartsWith("examples/", StringComparison.Ordinal)).Select(name => name["examples/".Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The examples of a rule, made anew at each call; null where it has none.</summary>
    public static RuleExample? Find(string ruleId)
    {
        if (!Ids.Contains(ruleId)) return null;
        var file = Read($"examples/{ruleId}");
        var also = (file["also"] as JsonArray ?? []).Select(one => (string)one!).ToList();
        return new(ruleId, ExampleOf(ruleId, (JsonObject)file["bad"]!), ExampleOf(ruleId, (JsonObject)file["good"]!), also);
    }

    private static Example ExampleOf(string ruleId, JsonObject told)
    {
        try
        {
            var transfer = Read($"bases/{(string)told["from"]!}");
            var changes = told["changes"] as JsonArray ?? [];
            foreach (var change in changes) Apply(transfer, (JsonObject)change!);
            var act = told["act"] as JsonObject;
            var show = (string?)told["show"] ?? PlaceOf((JsonObject)changes[^1]!);
            return new(
                (string)told["story"]!,
                JsonParser.Default.Parse<Transfer>(transfer.ToJsonString()),
                show,
                JsonPlace.Find(act?["value"] ?? (show.StartsWith("flow", StringComparison.Ordinal) ? told["beside"]! : transfer), show)?.ToJsonString(Indented),
                BesideOf(told["beside"] as JsonObject))
            {
                Act = act is null ? null : ActOf((string)act["type"]!, act["value"]!.ToJsonString()),
            };
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidProtocolBufferException or KeyNotFoundException or ArgumentOutOfRangeException) // whoever writes examples is told which
        {
            throw new InvalidOperationException($"Examples/{ruleId}.json: {e.Message}", e);
        }
    }

    private static void Apply(JsonObject transfer, JsonObject change)
    {
        if (change["clear"] is { } clear) JsonPlace.Clear(transfer, (string)clear!);
        else if (change["set"] is { } set) JsonPlace.Set(transfer, (string)set!, change["to"]?.DeepClone());
        else if (change["add"] is { } add) JsonPlace.Add(transfer, (string)add!, change["value"]?.DeepClone());
        else throw new InvalidOperationException("a change says clear, set or add.");
    }

    private static IMessage ActOf(string type, string json) => type switch
    {
        nameof(V1.Act) => JsonParser.Default.Parse<Act>(json),
        nameof(ConferencePack) => JsonParser.Default.Parse<ConferencePack>(json),
        nameof(InformationRequest) => JsonParser.Default.Parse<InformationRequest>(json),
        nameof(InformationReply) => JsonParser.Default.Parse<InformationReply>(json),
        nameof(MashDecision) => JsonParser.Default.Parse<MashDecision>(json),
        nameof(Accepted) => JsonParser.Default.Parse<Accepted>(json),
        _ => throw new InvalidOperationException($"{type} is no act that a rule judges."),
    };

    private static string PlaceOf(JsonObject change) => (string)(change["clear"] ?? change["set"] ?? change["add"])!;

    private static Beside BesideOf(JsonObject? beside) => new((string?)beside?["at"] is { } at ? DateTimeOffset.Parse(at) : JudgedOn)
    {
        Settings = Parsed<Settings>(beside?["settings"]) ?? new(),
        Agencies = (beside?["agencies"] as JsonArray)?.Select(one => (string)one!).ToList(),
        Flow = Parsed<Flow>(beside?["flow"]),
    };

    private static T? Parsed<T>(JsonNode? json)
        where T : class, IMessage, new() => json is null ? null : JsonParser.Default.Parse<T>(json.ToJsonString());

    private static JsonObject Read(string name)
    {
        using var stream = Here.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in this assembly.");
        return (JsonObject)JsonNode.Parse(stream)!;
    }
}
