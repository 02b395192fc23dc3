namespace InfoSharing.Validator.Reading;

/// <summary>Where wanted fields stand in a text.</summary>
internal sealed class FieldPlaces(IEnumerable<string> fields)
{
    private readonly HashSet<string> _wanted = [.. fields];

    /// <summary>Line and column of each that was met.</summary>
    internal Dictionary<string, (int Line, int Column)> Found { get; } = [];

    /// <summary>True while there is something to look for.</summary>
    internal bool Looking => Found.Count < _wanted.Count;

    /// <summary>A field was met.</summary>
    internal void Meet(string field, int line, int column)
    {
        if (_wanted.Contains(field)) Found.TryAdd(field, (line, column));
    }
}
