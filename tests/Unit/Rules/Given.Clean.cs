using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using Identifier = InfoSharing.V1.Person.Types.Identifier;

namespace InfoSharing.Tests.Unit.Rules;

/// <summary>The clean transfer with one change, judged by one rule.</summary>
internal static partial class Given
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    internal static Transfer Clean(Action<Transfer> change) => Changed(Samples.Complete(), change);

    internal static Transfer CleanFm(Action<Transfer> change) => Changed(Samples.CompleteFm(), change);

    /// <summary>What a rule finds in the clean transfer with a change, a line each.</summary>
    internal static string[] Found(this Rule rule, Action<Transfer> change) => Clean(change).JudgedBy(rule).Lines();

    /// <summary>The same in the clean transfer of a young woman for whom forced marriage is feared.</summary>
    internal static string[] FoundInFm(this Rule rule, Action<Transfer> change) => CleanFm(change).JudgedBy(rule).Lines();

    /// <summary>What it makes owed there.</summary>
    internal static string[] Owes(this Rule rule, Action<Transfer> change) => Clean(change).JudgedBy(rule).OwedLines();

    /// <summary>What it could not decide there.</summary>
    internal static string[] Undecided(this Rule rule, Action<Transfer> change) => [.. Clean(change).JudgedBy(rule).Undecided.Select(one => one.Field)];

    /// <summary>What it finds where a setting has turned it up.</summary>
    internal static string[] FoundRisen(this Rule rule, Action<Transfer> change) => Clean(change).JudgedBy(rule, Risen(rule.Card.Id)).Lines();

    /// <summary>What it finds where a ledger answers, at a time.</summary>
    internal static string[] FoundWithLedger(this Rule rule, DateTimeOffset at, Flow? flow, Action<Transfer>? change = null, Settings? settings = null) =>
        new RuleSet("test", new DateOnly(2026, 1, 1), [rule]).Judge(Clean(change ?? (_ => { })), new JudgingContext
        {
            At = at,
            FirstSentOn = new DateOnly(2026, 11, 2),
            Holdings = new Ledger(flow),
            Settings = settings ?? new(),
        }).Lines();

    /// <summary>What it says of an act that is no transfer.</summary>
    internal static Report JudgedBy(this IMessage act, Rule rule, Transfer? about = null, Settings? settings = null) =>
        new RuleSet("test", new DateOnly(2026, 1, 1), [rule]).JudgeAct(act, new JudgingContext { At = Now, Settings = settings ?? new() }, about);

    /// <summary>Whether a file alone leaves it open.</summary>
    internal static bool CannotTell(this Rule rule, Transfer transfer) => transfer.JudgedBy(rule).CannotTell.Any(one => one.RuleId == rule.Card.Id);

    internal static T Json<T>(string json)
        where T : IMessage, new() => Tests.Contract.Read<T>(json);

    internal static Person Of(Transfer transfer, string person) => transfer.Persons.Single(one => one.Ref == person);

    internal static ChildAssessment AssessmentOf(Transfer transfer, string child) => transfer.ChildAssessments.Single(one => one.Child == child);

    internal static Settings With(string ruleId, string name, double value) => new() { Thresholds = { new Settings.Types.Threshold { RuleId = ruleId, Name = name, Value = value } } };

    private static Transfer Changed(Transfer transfer, Action<Transfer> change)
    {
        change(transfer);
        return transfer;
    }

    /// <summary>A ledger that holds a journey, and answers the same of every number.</summary>
    internal sealed record Ledger(Flow? Flow, Identifier.Types.Match Match = default) : IHoldings
    {
        public Identifier.Types.Match MatchOf(Person person, Identifier identifier) => Match;
    }
}
