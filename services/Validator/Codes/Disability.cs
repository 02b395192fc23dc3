namespace InfoSharing.Validator.Codes;

/// <summary>A child's disability. Source: CIN census 2026, N00099.</summary>
public static class Disability
{
    /// <summary>No disability: never together with another code.</summary>
    public const string None = "NONE";

    /// <summary>The list, in the published order.</summary>
    public static CodeList Codes { get; } = new(
        "Disability",
        "CIN census 2026, N00099",
        ("NONE", "No disability"),
        ("MOB", "Mobility"),
        ("HAND", "Hand function"),
        ("PC", "Personal care"),
        ("INC", "Incontinence"),
        ("COMM", "Communication"),
        ("LD", "Learning"),
        ("HEAR", "Hearing"),
        ("VIS", "Vision"),
        ("BEH", "Behaviour"),
        ("CON", "Consciousness"),
        ("AUT", "Autism"),
        ("DDA", "Other"));
}
