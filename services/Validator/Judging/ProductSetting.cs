namespace InfoSharing.Validator.Judging;

/// <summary>
/// A threshold of our own, marked "Product" in the catalogue, and what a signed setting may make of it. The bounds keep a
/// setting from silencing the rule: a pattern asked for at the hundredth report is asked for never.
/// </summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Name">Its name in that rule.</param>
/// <param name="FirstRelease">Its value where no setting says otherwise.</param>
/// <param name="Lowest">The lowest that a setting may say.</param>
/// <param name="Highest">The highest that a setting may say.</param>
/// <param name="Meaning">What it is, with its unit.</param>
public sealed record ProductSetting(string RuleId, string Name, double FirstRelease, double Lowest, double Highest, string Meaning)
{
    /// <summary>True for a value that a setting may have.</summary>
    public bool Allows(double value) => value >= Lowest && value <= Highest;
}
