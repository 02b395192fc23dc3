using InfoSharing.Validator.Reading;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Cli.Input;

/// <summary>Opens a transfer: from a file, or from the standard input where the name is "-".</summary>
internal static class TransferSource
{
    /// <summary>1. Bytes. 2. A message. 3. Its shape; an alert keeps as text what does not hold it. Every fault has a line where it can have one.</summary>
    internal static OpenedTransfer Open(string name, Stream? input)
    {
        byte[] bytes;
        try
        {
            using var stream = name == "-" ? input ?? Console.OpenStandardInput() : File.OpenRead(name);
            bytes = TransferFile.BytesOf(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Refuse([new Fault(0, 0, "", WhyNot(name, e))]);
        }

        var read = TransferFile.Read(bytes);
        if (read.Transfer is null) return Refuse(read.Faults);
        var transfer = ShapeCheck.Keep(read.Transfer);
        var faults = ShapeCheck.OfDraft(transfer);
        return faults.Count > 0 ? Refuse(Placed(faults, bytes)) : new(transfer, read.Faults, ShapeCheck.PartiesMissing(transfer));
    }

    private static OpenedTransfer Refuse(IReadOnlyList<Fault> faults) => new(null, faults, []);

    private static string WhyNot(string name, Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file. Look at the name and the folder again.",
        UnauthorizedAccessException when Directory.Exists(name) => "This is a folder. Give the file of one transfer.",
        UnauthorizedAccessException => "This file may not be read by you. Ask whoever owns it, or choose another.",
        _ => "This file cannot be opened or read to its end. Look at the name, and whether another program holds it.",
    };

    private static Fault[] Placed(IReadOnlyList<ShapeFault> faults, byte[] bytes)
    {
        var places = TransferFile.IsJson(bytes)
            ? TransferJson.PlacesOf(bytes, faults.SelectMany(fault => Upwards(fault.Field)))
            : new Dictionary<string, (int Line, int Column)>();
        return [.. faults.Select(fault =>
        {
            var (line, column) = Upwards(fault.Field).Select(places.GetValueOrDefault).FirstOrDefault(place => place.Line > 0);
            return new Fault(line, column, fault.Field, fault.Words);
        })];
    }

    // A field that is missing has no line: whatever would hold it has.
    private static IEnumerable<string> Upwards(string field)
    {
        for (var end = field.Length; end > 0; end = field.LastIndexOfAny(['.', '['], end - 1))
            yield return field[..end];
    }
}
