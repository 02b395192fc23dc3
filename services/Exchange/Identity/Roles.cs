namespace InfoSharing.Exchange.Identity;

/// <summary>The roles of design.md, "Gateway and console", and that of an agency's own system.</summary>
internal static class Roles
{
    /// <summary>An agency's own system, which answers for its people itself.</summary>
    public const string System = "system";

    /// <summary>Writes, sends, reads and answers.</summary>
    public const string Practitioner = "practitioner";

    /// <summary>The same, and overrides.</summary>
    public const string Manager = "manager";

    /// <summary>Works in a hub.</summary>
    public const string Mash = "mash";

    /// <summary>Verifies the ledger and reads the trail.</summary>
    public const string Auditor = "auditor";

    /// <summary>The information governance lead or Caldicott Guardian: breach enquiries, the schedule, legal holds. Sees content in an enquiry alone.</summary>
    public const string Governance = "governance";

    /// <summary>Follows flows and sees no case content. Holds no other role.</summary>
    public const string Operator = "operator";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [System, Practitioner, Manager, Mash, Auditor, Governance, Operator];
}
