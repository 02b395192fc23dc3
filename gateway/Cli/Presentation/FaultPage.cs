using System.Text.Encodings.Web;
using System.Text.Json;
using InfoSharing.Client;
using InfoSharing.Validator.Reading;

namespace InfoSharing.Cli.Presentation;

/// <summary>Why a file cannot be read: every fault, with its line and field.</summary>
internal static class FaultPage
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void WriteText(Screen screen, string file, IReadOnlyList<Fault> faults)
    {
        screen.Words($"{(file == "-" ? "The standard input" : file)} cannot be read as a transfer. {(faults.Count == 1 ? "One thing is to be mended:" : $"{faults.Count} things are to be mended:")}");
        screen.Blank();
        Lines(screen, faults);
    }

    /// <summary>What could not be read of an alert, and goes as text.</summary>
    internal static void WriteKept(Screen screen, IReadOnlyList<Fault> faults)
    {
        if (faults.Count == 0) return;
        screen.Words($"{(faults.Count == 1 ? "One part" : $"{faults.Count} parts")} of this alert could not be read and {(faults.Count == 1 ? "goes" : "go")} as text:");
        screen.Blank();
        Lines(screen, faults);
    }

    /// <summary>Why a service takes a request as it is not.</summary>
    internal static void WriteRefused(Screen screen, string said, IReadOnlyList<FieldFault> faults)
    {
        screen.Words($"{said} Nothing was stored.");
        screen.Blank();
        Lines(screen, [.. faults.Select(one => new Fault(0, 0, one.Field, one.Words))]);
    }

    internal static void WriteJson(TextWriter output, IReadOnlyList<Fault> faults) =>
        output.WriteLine(JsonSerializer.Serialize(new { faults }, Indented));

    private static void Lines(Screen screen, IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            var where = string.Join("  ", new[] { fault.Line > 0 ? $"line {fault.Line}, column {fault.Column}" : "", fault.Field }.Where(part => part.Length > 0));
            if (where.Length > 0) screen.Heading(where, Colour.Bold, "");
            screen.Words(fault.Words, where.Length > 0 ? 4 : 0);
        }
        screen.Blank();
    }
}
