using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using static InfoSharing.V1.Party.Types;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules;

/// <summary>People and parties of small transfers, judged by one rule on Monday 2 November 2026.</summary>
internal static partial class Given
{
    internal static readonly Who Worker = new() { Name = "A worker", Role = "social worker", Org = "leeds-social-care" };

    /// <summary>A FULL_TRANSFER from Leeds to Sandwell of a family that moved on 12 October 2026.</summary>
    internal static Transfer Family(params Person[] people) => new()
    {
        Kind = Transfer.Types.Kind.FullTransfer,
        From = new() { Agency = "leeds-social-care", AgencyKind = AgencyKind.SocialCare, AreaGss = "E08000035", Country = Country.Eng },
        Lead = new() { Agency = "sandwell-social-care", AgencyKind = AgencyKind.SocialCare, AreaGss = "E08000028", Country = Country.Eng },
        Move = new() { Date = "2026-10-12" },
        Persons = { people },
    };

    /// <summary>The same as a NOTIFICATION.</summary>
    internal static Transfer AsAlert(this Transfer transfer, bool crisis = false)
    {
        transfer.Kind = Transfer.Types.Kind.Notification;
        transfer.Urgency = crisis ? Transfer.Types.Urgency.Crisis : Transfer.Types.Urgency.NonCrisis;
        return transfer;
    }

    /// <summary>Somebody of 36 in the moving household.</summary>
    internal static Person Adult(string id, params Role[] roles) => Somebody(id, 36, roles);

    /// <summary>A CHILD in the moving household.</summary>
    internal static Person Child(string id, int age = 8) => Somebody(id, age, Role.Child);

    /// <summary>Somebody of an age, on the day of the move, in the moving household.</summary>
    internal static Person Somebody(string id, int age, params Role[] roles) => new()
    {
        Ref = id,
        Roles = { roles },
        DateOfBirth = $"{2026 - age}-03-01",
        InMovingHousehold = YesNo.Yes,
    };

    internal static Item Id(string id) => new() { Id = id };

    /// <summary>The report of one rule.</summary>
    internal static Report JudgedBy(this Transfer transfer, Rule rule, Settings? settings = null, IAgencies? agencies = null) =>
        new RuleSet("test", new DateOnly(2026, 1, 1), [rule]).Judge(transfer, new JudgingContext
        {
            At = new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero),
            Settings = settings ?? new(),
            Agencies = agencies,
        });

    /// <summary>The findings, a line each: <c>Refuse told person=P1</c>.</summary>
    internal static string[] Lines(this Report report) =>
        [.. report.Findings.Select(one => Line($"{one.Severity} {one.Field}", one.Variant, one.Params))];

    /// <summary>What rules make owed, a line each: <c>told person=P1, 1 WorkingDays</c>.</summary>
    internal static string[] OwedLines(this Report report) =>
        [.. report.Owed.Where(one => one.RuleId.Length > 0).Select(one => $"{Line(one.Field, one.Variant, one.Params)}, {one.Within} {one.Unit}")];

    /// <summary>A setting that turns a rule up.</summary>
    internal static Settings Risen(string ruleId) => new() { Risen = { new Settings.Types.Risen { RuleId = ruleId, From = "2026-01-01" } } };

    private static string Line(string start, string variant, IDictionary<string, string> values) =>
        string.Join(' ', values.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}").Prepend(variant).Prepend(start).Where(part => part.Length > 0));
}
