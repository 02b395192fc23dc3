namespace InfoSharing.Validator.Codes;

/// <summary>What one person is to another. Source: Hackney social care API (MIT), whose codes these are; the words are ours.</summary>
/// <remarks>"In-law" and "alleged perpetrator" are roles of a person in a case, not relationships, and stand elsewhere.</remarks>
public static class RelationshipType
{
    /// <summary>The list, in the published order.</summary>
    public static CodeList Codes { get; } = new(
        "Relationship type",
        "Hackney social care API (MIT)",
        ("greatGrandchild", "great-grandchild"),
        ("greatGrandparent", "great-grandparent"),
        ("grandchild", "grandchild"),
        ("grandparent", "grandparent"),
        ("parent", "parent"),
        ("stepParent", "step-parent"),
        ("auntUncle", "aunt or uncle"),
        ("child", "child"),
        ("stepChild", "step-child"),
        ("unbornChild", "unborn child"),
        ("partner", "partner"),
        ("exPartner", "former partner"),
        ("sibling", "sibling"),
        ("halfSibling", "half-sibling"),
        ("stepSibling", "step-sibling"),
        ("unbornSibling", "unborn sibling"),
        ("spouse", "spouse"),
        ("exSpouse", "former spouse"),
        ("cousin", "cousin"),
        ("nieceNephew", "niece or nephew"),
        ("fosterCarer", "foster carer"),
        ("fosterCarerSupportCarer", "foster carer's support carer"),
        ("privateFosterCarer", "private foster carer"),
        ("privateFosterChild", "privately fostered child"),
        ("fosterChild", "foster child"),
        ("supportCarerFosterCarer", "foster carer whom a support carer supports"),
        ("parentOfUnbornChild", "parent of an unborn child"),
        ("siblingOfUnbornChild", "sibling of an unborn child"),
        ("friend", "friend"),
        ("neighbour", "neighbour"),
        ("inContactWith", "in contact with"),
        ("acquaintance", "acquaintance"),
        ("other", "other"));
}
