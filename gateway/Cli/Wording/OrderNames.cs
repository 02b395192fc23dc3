namespace InfoSharing.Cli.Wording;

/// <summary>Court orders by the name that people say, not by the contract's code: "interim care order" for ICO.</summary>
internal static class OrderNames
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["EPO"] = "emergency protection order",
        ["POLICE_PROTECTION"] = "police protection",
        ["ICO"] = "interim care order",
        ["CARE"] = "care order",
        ["INTERIM_SUPERVISION"] = "interim supervision order",
        ["SUPERVISION"] = "supervision order",
        ["FAO"] = "family assistance order",
        ["CHILD_ASSESSMENT"] = "child assessment order",
    };

    /// <summary>The name of a code; null where it is no order's.</summary>
    internal static string? Of(string code) => Known.GetValueOrDefault(code);
}
