using System.Text.Json.Nodes;

namespace InfoSharing.Kit.Reading;

/// <summary>Finds, sets and clears a place of a transfer's JSON, named as a finding names it: <c>persons[P2].names[0].family</c>.</summary>
internal static class JsonPlace
{
    /// <summary>What stands there; null where nothing does.</summary>
    internal static JsonNode? Find(JsonNode root, string path)
    {
        JsonNode? at = root;
        foreach (var (name, id) in Steps(path))
        {
            at = (at as JsonObject)?[Camel(name)];
            if (id is not null && at is not null) at = at is JsonArray list && IndexOf(list, id) is >= 0 and var index ? list[index] : null;
            if (at is null) return null;
        }
        return at;
    }

    /// <summary>Puts a value there, in place of what stood there.</summary>
    internal static void Set(JsonNode root, string path, JsonNode? value)
    {
        var (holder, name, id) = Holder(root, path);
        if (id is null) holder[name] = value;
        else List(holder, name, path)[Position(holder, name, id, path)] = value;
    }

    /// <summary>Takes away what stands there. It must be there: an example that clears nothing shows nothing.</summary>
    internal static void Clear(JsonNode root, string path)
    {
        var (holder, name, id) = Holder(root, path);
        if (id is not null) List(holder, name, path).RemoveAt(Position(holder, name, id, path));
        else if (!holder.Remove(name)) throw Missing(path);
    }

    /// <summary>Adds a value to the list there.</summary>
    internal static void Add(JsonNode root, string path, JsonNode? value)
    {
        var (holder, name, id) = Holder(root, path);
        if (id is not null) throw new InvalidOperationException($"{path} is no list.");
        if (holder[name] is null) holder[name] = new JsonArray();
        List(holder, name, path).Add(value);
    }

    private static (JsonObject Holder, string Name, string? Id) Holder(JsonNode root, string path)
    {
        var end = path.LastIndexOf('.');
        var (name, id) = Steps(path[(end + 1)..]).Single();
        var above = end < 0 ? root : Find(root, path[..end]) ?? Made(root, path[..end]);
        return ((JsonObject)above, Camel(name), id);
    }

    // A section that is not there yet: "marac.dash" of a transfer without a MARAC.
    private static JsonObject Made(JsonNode root, string path)
    {
        var made = new JsonObject();
        Set(root, path, made);
        return made;
    }

    private static JsonArray List(JsonObject holder, string name, string path) => holder[name] as JsonArray ?? throw Missing(path);

    private static int Position(JsonObject holder, string name, string id, string path) =>
        IndexOf(List(holder, name, path), id) is >= 0 and var index ? index : throw Missing(path);

    private static int IndexOf(JsonArray list, string id)
    {
        for (var i = 0; i < list.Count; i++)
            if (list[i] is JsonObject one && ((string?)one["ref"] == id || (string?)one["item"]?["id"] == id)) return i;
        return int.TryParse(id, out var index) && index < list.Count ? index : -1;
    }

    private static IEnumerable<(string Name, string? Id)> Steps(string path)
    {
        foreach (var step in path.Split('.'))
        {
            var open = step.IndexOf('[');
            yield return open < 0 ? (step, null) : (step[..open], step[(open + 1)..^1]);
        }
    }

    private static string Camel(string name)
    {
        var parts = name.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }

    private static InvalidOperationException Missing(string path) => new($"{path} is not in this transfer.");
}
