namespace InfoSharing.Tests.Unit.Rules;

/// <summary>
/// Sentences that were mended, or added, since the catalogue's page was written: read aloud, the page's used our words, or did not fit what
/// had fired. When the page has taken one over, its line here fails and goes.
/// </summary>
internal static class NewerTexts
{
    private static readonly Newer[] All =
    [
        new("IS-103", "Fill the three; \"not known\" belongs in an inherited decision.", "Add the role, the organisation and the day. Where another area decided, say whom you asked."),
        new("IS-104", "", "Which threshold was decided for the children, and so which help follows? Say it, so that the new area can carry on from there."),
        new("IS-104", "You lowered or closed risk without pointing to evidence. Link the assessment, check or event.", "Risk was lowered or closed, and the evidence for it is not linked yet. Link the assessment, check or event."),
        new("IS-203", "Add the three.", "Add who, when and how."),
        new("IS-403", "As 402.", "Fill \"same because\", or write what is different for each."),
        new("IS-409", "A person links; never a match.", "Link the baby yourself: nobody is linked because a name or a number looks alike."),
        new("IS-410", "Non-mobile baby: any injury, crying, feeding or safe-sleep worry about {child}?", "Is there any injury, crying, feeding or safe-sleep worry about {child}?"),
        new("IS-506", "Change the role; assess.", "Choose the role \"young person who harms\", and add an assessment of their own."),
        new("IS-506", "Use \"young person who harms\" and add their own safeguarding needs.", "{person} is under 18: a young person who harms, who may need protecting too. Say what they need to be safe."),
        new("IS-604", "Attach it or fill \"ask\".", "Attach it, or write which court to ask."),
        new("IS-706", "Separation can be as or more dangerous.", "Separation can be as dangerous as living together, or more."),
        new("IS-708", "Name the help offered, or NONE_OFFERED and why.", "Name the help offered, or say that none was, and why."),
        new("IS-810", "Name the recipient and the need; the first three also need the Caldicott Guardian or IG lead.", "Name the recipient and the need. Gender history, adoption and protected persons also need the Caldicott Guardian or IG lead."),
        new("IS-819", "Fill the four; partners answer the questions put, not with the file.", "Add the threshold, the reason, the people and the questions. Partners answer the questions put, not with the file."),
        new("IS-902", "", "In Wales what you know of {child} was due in writing by {date}. Still to come: {list}."),
        new("IS-913", "", "A court is deciding about {child} now. The new area needs to know which court, the case number and the day of the next hearing. Missing: {list}."),
        new("IS-917", "Fill what is known; NOT_KNOWN counts for `notified`.", "Fill what is known; \"not known\" is an answer to whether they were told."),
    ];

    /// <summary>The row with the newer sentences.</summary>
    internal static Catalogue.Row Over(Catalogue.Row row)
    {
        foreach (var (id, was, now) in All)
        {
            if (id != row.Id) continue;
            if (was.Length == 0) row = row with { Message = $"{row.Message} {now}" };
            else if (row.Message.Contains(was, StringComparison.Ordinal)) row = row with { Message = row.Message.Replace(was, now, StringComparison.Ordinal) };
            else
            {
                row.Remedy.ShouldContain(was, Shouldly.Case.Sensitive, $"{id}: the page says this no more");
                row = row with { Remedy = row.Remedy.Replace(was, now, StringComparison.Ordinal) };
            }
        }
        return row;
    }

    /// <param name="Id">The rule.</param>
    /// <param name="Was">What the page says; blank where it says nothing.</param>
    /// <param name="Now">What the card says.</param>
    private sealed record Newer(string Id, string Was, string Now);
}
