namespace InfoSharing.Validator.Codes;

/// <summary>The category of abuse of a child protection plan, first and latest. Source: CIN census 2026, N00113 and N00114.</summary>
public static class CategoryOfAbuse
{
    /// <summary>The list, in the published order.</summary>
    public static CodeList Codes { get; } = new(
        "Category of abuse",
        "CIN census 2026, N00113 and N00114",
        ("NEG", "Neglect"),
        ("PHY", "Physical abuse"),
        ("SAB", "Sexual abuse"),
        ("EMO", "Emotional abuse"),
        ("MUL", "Multiple/not recommended"));
}
