namespace InfoSharing.Validator.Judging;

/// <summary>The rules that are in force from a day on, under one version. Rules are dated data about practice.</summary>
/// <param name="Version">The version that every report, refusal and answer carries.</param>
/// <param name="InForceFrom">The first day on which it judges.</param>
/// <param name="Rules">The rules, in the order of their ids.</param>
public sealed record RuleSet(string Version, DateOnly InForceFrom, IReadOnlyList<Rule> Rules)
{
    /// <summary>Judges a transfer that has passed the shape check: all rules run, all findings come together.</summary>
    public Report Judge(Transfer transfer, JudgingContext context)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(context);
        var c = new Case(transfer, context);
        var found = new Findings();
        foreach (var rule in Rules)
        {
            if (!rule.RunsOn(c)) continue;
            found.Of(rule);
            rule.Judge(c, found);
        }
        return new ReportWriter(this, c).Write(found);
    }
}
