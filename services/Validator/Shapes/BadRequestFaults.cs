using System.Text;

namespace InfoSharing.Validator.Shapes;

/// <summary>Faults as the field violations of a google.rpc.BadRequest, which travels in trailers: few kilobytes have room there.</summary>
public static class BadRequestFaults
{
    private const int LargestInBytes = 5 * 1024;
    private const int Room = 160; // for the last one, which says how many more there are
    private const int Overhead = 16; // tags and lengths of one violation

    /// <summary>Field and description of each fault, as many as stay under 5 KiB; the last says how many more there are.</summary>
    public static IReadOnlyList<(string Field, string Description)> Of(IEnumerable<(string Field, string Words)> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var fit = new List<(string, string)>();
        var (bytes, left) = (0, 0);
        foreach (var (field, words) in faults)
        {
            bytes += Encoding.UTF8.GetByteCount(field) + Encoding.UTF8.GetByteCount(words) + Overhead;
            if (left == 0 && bytes <= LargestInBytes - Room) fit.Add((field, words));
            else left++;
        }
        if (left > 0) fit.Add(("", $"And {left:N0} more. Mend these first, or check the whole with the command line: it names every one."));
        return fit;
    }
}
