using InfoSharing.V1;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Feeds.Cin;

/// <summary>Collects what happened, and puts it in order.</summary>
internal sealed class Chronology(CinHeader header)
{
    private const int LongestWritten = 40;

    private readonly List<(CinDay Day, Kind Kind, string Text)> _entries = [];

    /// <summary>Takes in what happened on a day; nothing where there is no day.</summary>
    public void Add(Kind kind, CinDay? day, string text)
    {
        if (day is not null) _entries.Add((day, kind, text));
    }

    /// <summary>Writes the entries, oldest first; those whose day cannot be stand at the end and say what was written.</summary>
    public void WriteTo(Transfer transfer)
    {
        foreach (var (day, kind, text) in _entries.OrderBy(entry => entry.Day.On ?? DateOnly.MaxValue))
        {
            transfer.Chronology.Add(new ChronologyEntry
            {
                Item = new Item { Id = $"E{transfer.Chronology.Count + 1}", Source = Draft.SourceOf(header, day.Line) },
                On = day.Iso,
                Kind = kind,
                Persons = { Draft.Child },
                ByAgency = header.Agency,
                Text = new Text { Text_ = day.WhyNot is null ? text : $"{text}: the day given, {Quoted(day.Written)}, {day.WhyNot}" },
            });
        }
    }

    private static string Quoted(string written) => $"\"{(written.Length <= LongestWritten ? written : written[..LongestWritten] + "…")}\"";
}
