namespace InfoSharing.Validator.Facts;

/// <summary>One report: a referral, or an incident of domestic abuse. Written down twice on one day for the same people, it is one.</summary>
/// <param name="On">The day.</param>
/// <param name="People">The refs of those whom it names, in order.</param>
/// <param name="Home">The opaque key of the household; blank where nobody filled it.</param>
internal sealed record ReportOfHarm(DateOnly On, IReadOnlyList<string> People, string Home);
