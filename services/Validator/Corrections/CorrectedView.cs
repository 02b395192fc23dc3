namespace InfoSharing.Validator.Corrections;

/// <summary>A correction as one recipient may have it.</summary>
/// <param name="Field">The field; blank where the recipient's view withholds what it now says, though it had what it said.</param>
/// <param name="Was">What it said; blank where the recipient's view withheld that.</param>
/// <param name="Is">What it says.</param>
/// <param name="Reason">Why; blank where the words hold what the recipient must not have.</param>
/// <param name="Withheld">How many of these are withheld: the recipient is told whom to ask.</param>
public sealed record CorrectedView(string Field, string Was, string Is, string Reason, uint Withheld);
