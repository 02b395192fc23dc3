namespace InfoSharing.Feeds.Cin;

/// <summary>The days between which everything of an episode should lie.</summary>
/// <param name="Line">The line of its CINdetails.</param>
/// <param name="Referred">The day of the referral.</param>
/// <param name="Closed">The day the case was closed, or null.</param>
internal sealed record Episode(int Line, CinDay? Referred, CinDay? Closed);
