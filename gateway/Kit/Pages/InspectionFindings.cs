namespace InfoSharing.Kit.Pages;

/// <summary>What the two inspections found, in our words: S, the joint inspection of Sandwell in 2017; L, the learning from Leeds. A rule's source names those that it answers.</summary>
internal static class InspectionFindings
{
    /// <summary>All, in order.</summary>
    internal static IReadOnlyList<(string Id, string Words)> All { get; } =
    [
        ("S1", "Thousands of cases are screened a year, and domestic abuse is a leading reason for contact."),
        ("S2", "Four inspectorates look at the same case together: they must be able to follow it."),
        ("S3", "The board and its partners act on what was found."),
        ("S4", "Children are understood as individuals, and are always thought of in a response to domestic abuse."),
        ("S5", "Responses suit the child's age."),
        ("S6", "The whole picture: a pattern over time, not one incident or one person; what work is going on."),
        ("S7", "Good: tools that suit a child's age show the range of risks."),
        ("S8", "Good: an overview shows patterns."),
        ("S9", "Keep the focus on the person causing harm."),
        ("S10", "Do not place responsibility on victims or blame them: support them."),
        ("S11", "Separation can be as dangerous or more; leaving may not end abuse."),
        ("S12", "Children are helped to recognise abuse and to talk."),
        ("S13", "From crisis to prevention and earlier help."),
        ("S14", "Respond well outside a crisis and after one."),
        ("L1", "Previous and current relationships were not fully explored or shared."),
        ("L2", "A child's contact with a father must be informed by intelligence."),
        ("L3", "Referrals were treated as isolated incidents."),
        ("L4", "Good: persistent, flexible building of a relationship."),
        ("L5", "Contact with the person causing harm was known by the victim's account alone, and was taken too hopefully."),
        ("L6", "Support was offered for years, and taken up unevenly."),
        ("L7", "Good: social workers knew each child."),
        ("L8", "Good: individual plans; one child stays on a plan."),
        ("L9", "Parents under 18 are children."),
        ("L10", "Young people had often lived with domestic abuse; it shapes what they take for normal."),
        ("L11", "The way into adulthood is planned."),
        ("L12", "Therapy was offered and declined: not ready yet."),
        ("L13", "Where both are under 18, their key workers share and discuss them as a couple."),
        ("L14", "Good: risk was identified and referred properly."),
        ("L15", "Families moved in with incomplete information, and the reasoning behind decisions was not known."),
        ("L16", "Forced marriage: joint work of police and social care early on is critical."),
        ("L17", "Forced marriage was missed; the first sign was missing education."),
        ("L18", "Forced marriage was seen earlier for young women than for young men."),
        ("L19", "A protection order may end or outlast support: keep it enforceable."),
        ("L20", "Openness with the family can raise the risk of forced marriage."),
        ("L21", "Next step 1: a holistic picture."),
        ("L22", "Next step 2: flexible relationships."),
        ("L23", "Next step 3: individual needs within groups of brothers and sisters."),
        ("L24", "Next step 4: parents under 18."),
        ("L25", "Next step 5: complete information, with the reasoning recorded, within and across boundaries."),
        ("L26", "Next step 6: forced marriage of any sex."),
        ("L27", "Next step 7: guidance on family engagement where forced marriage is feared."),
    ];
}
