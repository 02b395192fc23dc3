namespace InfoSharing.Validator.Codes;

/// <summary>A child's ethnicity. Source: CIN census 2026, N00177.</summary>
/// <remarks>The police use other codes (16+1, self-defined): map them, never write them here.</remarks>
public static class Ethnicity
{
    /// <summary>The list, in the published order.</summary>
    public static CodeList Codes { get; } = new(
        "Ethnicity",
        "CIN census 2026, N00177",
        ("WBRI", "White British"),
        ("WIRI", "White Irish"),
        ("WIRT", "Traveller of Irish heritage"),
        ("WOTH", "Any other White background"),
        ("WROM", "Gypsy/Roma"),
        ("MWBC", "White and Black Caribbean"),
        ("MWBA", "White and Black African"),
        ("MWAS", "White and Asian"),
        ("MOTH", "Any other mixed background"),
        ("AIND", "Indian"),
        ("APKN", "Pakistani"),
        ("ABAN", "Bangladeshi"),
        ("AOTH", "Any other Asian background"),
        ("BCRB", "Caribbean"),
        ("BAFR", "African"),
        ("BOTH", "Any other black background"),
        ("CHNE", "Chinese"),
        ("OOTH", "Any other ethnic group"),
        ("REFU", "Refused"),
        ("NOBT", "Information not yet obtained"));
}
