namespace InfoSharing.Feeds;

/// <summary>Something in a feed's file that is not as it should be, told without saying whose it is.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Element">The element or column at fault: "UPN".</param>
/// <param name="Reason">What is wrong, in fixed words. Never a child's identifier, name or date of birth: lists are printed, and mailed about.</param>
/// <param name="Rule">The number by which the publisher's own check is known, such as "1510"; several are parted by ", ". Null where there is none.</param>
/// <param name="Written">What the file says there, where that is neither personal nor free words: a code, or the date of an assessment.</param>
/// <param name="Weight">Whether it is a fault or only worth a look.</param>
public sealed record Oddity(int Line, string Element, string Reason, string? Rule = null, string? Written = null, OddityWeight Weight = OddityWeight.Oddity)
{
    /// <summary>The line a data clerk reads: "UPN: check letter does not fit (1510)".</summary>
    public override string ToString() => $"{Element}: {Words}";

    /// <summary>The reason with what was written and the rule's number.</summary>
    public string Words => Reason + (Written is null ? "" : $", written {Written}") + (Rule is null ? "" : $" ({Rule})");
}
