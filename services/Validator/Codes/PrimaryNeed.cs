namespace InfoSharing.Validator.Codes;

/// <summary>The main reason why the child is in need. Source: CIN census 2026, N00101.</summary>
/// <remarks>N1 read "Abuse or neglect" in older census years; the code means the same need.</remarks>
public static class PrimaryNeed
{
    /// <summary>The list, in the published order.</summary>
    public static CodeList Codes { get; } = new(
        "Primary need",
        "CIN census 2026, N00101",
        ("N1", "Abuse, neglect and exploitation"),
        ("N2", "Child's disability"),
        ("N3", "Parental disability or illness"),
        ("N4", "Family in acute stress"),
        ("N5", "Family dysfunction"),
        ("N6", "Socially unacceptable behaviour"),
        ("N7", "Low income"),
        ("N8", "Absent parenting"),
        ("N9", "Cases other than children in need"),
        ("N0", "Not stated"));
}
