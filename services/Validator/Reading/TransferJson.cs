using System.Text;
using System.Text.Json;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Validator.Reading;

/// <summary>
/// Reads a transfer from protobuf JSON (proto3 JSON mapping: lowerCamelCase or the names of the proto files).
/// 1. A walk along the contract finds all faults at once, each with its line, and writes a copy of what is right.
/// 2. A hand-over with a fault is not read; of an alert the faulty parts are kept as text.
/// 3. The protobuf library makes the message of the copy.
/// </summary>
public static class TransferJson
{
    private static readonly JsonParser Parser = new(new JsonParser.Settings(JsonParser.Settings.Default.RecursionLimit));

    /// <summary>Reads a transfer. It never throws on content: whatever is wrong with it is a fault.</summary>
    public static ReadResult Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > TransferFile.LargestInBytes) return new(null, [new Fault(0, 0, "", FaultWords.TooLarge)]);
        using var clean = new MemoryStream(utf8.Length);
        var found = new FoundFaults();
        using (var writer = new Utf8JsonWriter(clean, new JsonWriterOptions { SkipValidation = true, MaxDepth = JsonWalk.Deepest + 1 }))
        {
            var walk = new JsonWalk(WithoutMark(utf8), writer, found, null);
            walk.Walk(Transfer.Descriptor);
        }
        if (found.Broken) return new(null, found.Faults);
        return Make(Encoding.UTF8.GetString(clean.GetBuffer(), 0, (int)clean.Length), found);
    }

    /// <summary>Where fields stand in a text that can be read: line and column, from 1. A field that is not there is not in the answer.</summary>
    public static IReadOnlyDictionary<string, (int Line, int Column)> PlacesOf(ReadOnlySpan<byte> utf8, IEnumerable<string> fields)
    {
        var places = new FieldPlaces(fields);
        using var nowhere = new Utf8JsonWriter(Stream.Null, new JsonWriterOptions { SkipValidation = true });
        var walk = new JsonWalk(WithoutMark(utf8), nowhere, new FoundFaults(), places);
        walk.Walk(Transfer.Descriptor);
        return places.Found;
    }

    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? utf8[3..] : utf8;

    private static ReadResult Make(string clean, FoundFaults found)
    {
        Transfer transfer;
        try
        {
            transfer = Parser.Parse<Transfer>(clean);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The walk knows no such case; the library's own words may quote the transfer and stay here.
            return new(null, [.. found.Faults, new Fault(0, 0, "", FaultWords.Unreadable)]);
        }
        if (found.Faults.Count == 0) return new(transfer, []);
        if (transfer.Kind is not (Kind.Notification or Kind.MissingFamilyAlert)) return new(null, found.Faults);
        transfer.KeptAsText.Add(found.Kept());
        return new(transfer, found.Faults);
    }
}
