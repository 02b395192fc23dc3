namespace InfoSharing.Validator.Facts;

/// <summary>What is written about each child. A child may have several assessments: what one of them says, is said.</summary>
internal sealed class Assessments
{
    private readonly Transfer _transfer;
    private readonly Dictionary<string, List<int>> _byChild = [];

    internal Assessments(Transfer transfer)
    {
        _transfer = transfer;
        for (var i = 0; i < transfer.ChildAssessments.Count; i++)
        {
            var child = transfer.ChildAssessments[i].Child;
            if (!_byChild.TryGetValue(child, out var positions)) _byChild[child] = positions = [];
            positions.Add(i);
        }
    }

    /// <summary>True where one of a child's assessments holds it.</summary>
    internal bool Any(string child, Func<ChildAssessment, bool> holds)
    {
        foreach (var position in _byChild.GetValueOrDefault(child) ?? [])
            if (holds(_transfer.ChildAssessments[position])) return true;
        return false;
    }

    /// <summary>Where something about a child is missing: below the first of their assessments, or the list that has none.</summary>
    internal string FieldOf(string child, string below)
    {
        string? first = null;
        foreach (var position in _byChild.GetValueOrDefault(child) ?? [])
        {
            var path = Field.Of("child_assessments", _transfer.ChildAssessments[position].Item, position);
            if (first is null || string.CompareOrdinal(path, first) < 0) first = path;
        }
        return first is null ? "child_assessments" : $"{first}.{below}";
    }
}
