using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InfoSharing.Tests.Unit.Reading;

/// <summary>Spoils a JSON text or bytes at random, the same for the same seed.</summary>
internal sealed class Mutations(Random random)
{
    /// <summary>A value that no fault and no finding may repeat. It can be no reference: it has spaces.</summary>
    internal const string Canary = "Zyxwen Quillfeather of 7 Canary Row";

    private static readonly string[] Values =
    [
        Canary, "", " ", "P1", "P2", "D1", "YES", "NOT_KNOWN", "2026-02-30", "2026-10-12", "9999-12-31", "E08000035", "leeds-social-care", "\u0000", "😀",
        "2026-10-12T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "NOTIFICATION", "FULL_TRANSFER", "AAAA", "none",
    ];

    private static readonly string[] Raw = ["null", "true", "false", "0", "-1", "1e9", "1.5", "4294967296", "18446744073709551616", "1e999", "{}", "[]", "[null]", "[[]]", "{\"text\":\"Zyxwen Quillfeather\"}"];

    /// <summary>One to four changes of structure or value.</summary>
    internal byte[] OfJson(string json)
    {
        var root = JsonNode.Parse(json)!;
        for (var i = random.Next(1, 5); i > 0; i--) Change(root);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(root);
        return random.Next(4) == 0 ? OfBytes(bytes) : bytes;
    }

    /// <summary>One to six changes of bytes.</summary>
    internal byte[] OfBytes(byte[] original)
    {
        var bytes = new List<byte>(original);
        for (var i = random.Next(1, 7); i > 0 && bytes.Count > 1; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 20), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length)); break;
                case 4: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Canary)); break;
                default: bytes.RemoveRange(at, random.Next(8) == 0 ? bytes.Count - at : length); break;
            }
        }
        return [.. bytes];
    }

    private void Change(JsonNode root)
    {
        var all = new List<JsonNode>();
        Collect(root, all);
        var one = all[random.Next(all.Count)];
        switch (random.Next(5))
        {
            case 0: Replace(one, JsonValue.Create(Values[random.Next(Values.Length)])); break;
            case 1: Replace(one, JsonNode.Parse(Raw[random.Next(Raw.Length)])); break;
            case 2: Replace(one, all[random.Next(all.Count)].DeepClone()); break;
            case 3 when one is JsonObject holder: Rename(holder); break;
            case 4 when one is JsonArray list && list.Count > 0: list.Add(list[random.Next(list.Count)]?.DeepClone()); break;
            case 4 when one.Parent is JsonObject parent: parent.Remove(one.GetPropertyName()); break;
            default: Replace(one, new JsonArray(one.DeepClone())); break;
        }
    }

    private void Rename(JsonObject holder)
    {
        if (holder.Count == 0) return;
        var (name, value) = holder.ElementAt(random.Next(holder.Count));
        holder.Remove(name);
        holder[random.Next(2) == 0 ? Canary : name.Remove(random.Next(name.Length), 1)] = value?.DeepClone();
    }

    private static void Replace(JsonNode one, JsonNode? other)
    {
        if (one.Parent is JsonObject holder) holder[one.GetPropertyName()] = other;
        else if (one.Parent is JsonArray list) list[one.GetElementIndex()] = other;
    }

    private static void Collect(JsonNode? node, List<JsonNode> all)
    {
        if (node is null) return;
        all.Add(node);
        if (node is JsonObject holder) foreach (var (_, value) in holder) Collect(value, all);
        else if (node is JsonArray list) foreach (var value in list) Collect(value, all);
    }
}
