using System.Text;

namespace InfoSharing.Cli.Presentation;

/// <summary>Where words are shown: wrapped to its width, coloured only on a terminal, and never by colour alone.</summary>
internal sealed class Screen(TextWriter output, int width, bool colours)
{
    private const int WidthOfFiles = 80;
    private const int WidestForReading = 110;

    /// <summary>The screen of a command: its terminal's, or 80 characters where the words go to a file or pipe.</summary>
    internal static Screen Of(TextWriter output)
    {
        if (!ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected) return new(output, WidthOfFiles, colours: false);
        return new(output, Math.Clamp(Console.WindowWidth - 1, 40, WidestForReading), string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
    }

    internal void Blank() => output.WriteLine();

    /// <summary>A line as it is.</summary>
    internal void Line(string line) => output.WriteLine(Printable(line));

    /// <summary>A line as it is, with its first word in a colour.</summary>
    internal void Heading(string first, Colour colour, string rest) =>
        output.WriteLine(colours ? $"\e[{(int)colour}m{Printable(first)}\e[0m{Printable(rest)}" : Printable(first + rest));

    /// <summary>Words, wrapped; further lines stand under the first.</summary>
    internal void Words(string words, int indent = 0)
    {
        var line = new StringBuilder().Append(' ', indent);
        foreach (var word in Printable(words).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent && line.Length + 1 + word.Length > width)
            {
                output.WriteLine(line);
                line.Clear().Append(' ', indent);
            }
            if (line.Length > indent) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > indent) output.WriteLine(line);
    }

    // A name may hold anything, an escape sequence among it: nothing of a file may steer the terminal or turn the reading direction.
    private static string Printable(string words)
    {
        if (!words.Any(IsSteering)) return words;
        return string.Concat(words.Select(c => IsSteering(c) ? ' ' : c));
    }

    private static bool IsSteering(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

/// <summary>Colours by their SGR number.</summary>
internal enum Colour
{
    Plain = 0,
    Bold = 1,
    Red = 31,
    Yellow = 33,
    Blue = 34,
    Magenta = 35,
}
