using InfoSharing.Feeds;
using InfoSharing.Feeds.Cin;

namespace InfoSharing.Cli.Import;

/// <summary>Counts as the import goes. What it holds does not grow with the file: the whole list is in a file of its own.</summary>
internal sealed class ImportSummary
{
    private const int MostGroups = 2_000;
    private const int MostLines = 1_000;

    private readonly Dictionary<OddityGroup, int> _groups = [];
    private readonly List<Oddity> _first = [];

    /// <summary>Children in the file.</summary>
    public int Children { get; private set; }

    /// <summary>Their episodes.</summary>
    public int Episodes { get; private set; }

    /// <summary>Drafts written.</summary>
    public int Drafts { get; private set; }

    /// <summary>Oddities found, without remarks.</summary>
    public int Oddities { get; private set; }

    /// <summary>Remarks made.</summary>
    public int Remarks { get; private set; }

    /// <summary>Where reading ended, when that was not the end of the file.</summary>
    public Oddity? Unreadable { get; set; }

    /// <summary>The first oddities, in the file's order.</summary>
    public IReadOnlyList<Oddity> First => _first;

    /// <summary>How many there are of each, oddities before remarks, the most first.</summary>
    public IEnumerable<(OddityGroup Group, int Count)> Groups => _groups
        .OrderBy(group => group.Key.Weight).ThenByDescending(group => group.Value).ThenBy(group => group.Key.Element, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Value));

    /// <summary>Takes a child in.</summary>
    public void Count(CinChild child)
    {
        Children++;
        Episodes += child.Episodes;
        if (child.Draft is not null) Drafts++;
    }

    /// <summary>Takes an oddity in.</summary>
    public void Count(Oddity oddity)
    {
        if (oddity.Weight == OddityWeight.Remark)
        {
            Remarks++;
        }
        else
        {
            Oddities++;
            if (_first.Count < MostLines) _first.Add(oddity);
        }

        var group = new OddityGroup(oddity.Element, oddity.Rule, oddity.Reason, oddity.Weight);
        if (_groups.Count >= MostGroups && !_groups.ContainsKey(group)) group = new OddityGroup("(other elements)", null, "see the list", oddity.Weight);
        _groups[group] = _groups.GetValueOrDefault(group) + 1;
    }
}

/// <summary>Oddities that are alike.</summary>
internal sealed record OddityGroup(string Element, string? Rule, string Reason, OddityWeight Weight);
