using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules;

/// <summary>Small pieces of a transfer for the rules about reasoning, patterns and language.</summary>
internal static partial class Given
{
    /// <summary>Monday 2 November 2026, on which the golden cases are judged.</summary>
    internal static readonly DateOnly Today = new(2026, 11, 2);

    internal const string LongReasoning =
        "Police recorded a strangulation on 3 May and two breaches of bail since. Her midwife saw fresh bruising. He knows the school. "
        + "We weighed her wish to stay near her mother against that; a conviction and six months without contact would change our mind.";

    /// <summary>A full hand-over of the given parts.</summary>
    internal static Transfer TransferOf(params IMessage[] parts)
    {
        var transfer = new Transfer { Kind = Transfer.Types.Kind.FullTransfer, From = new() { Agency = "leeds-social-care", AgencyKind = Party.Types.AgencyKind.SocialCare, AreaGss = "E08000035" } };
        foreach (var part in parts) Add(transfer, part);
        return transfer;
    }

    internal static Person Somebody(string id, string born, params Role[] roles)
    {
        var person = new Person { Ref = id, DateOfBirth = born };
        person.Roles.Add(roles);
        return person;
    }

    /// <summary>A moving child of 8.</summary>
    internal static Person MovingChild(string id, string born = "2018-05-05")
    {
        var child = Somebody(id, born, Role.Child);
        child.InMovingHousehold = YesNo.Yes;
        return child;
    }

    internal static Person AdultVictim(string id = "P1") => Somebody(id, "1990-01-01", Role.Parent, Role.Victim);

    internal static Person AdultCausingHarm(string id = "P5") => Somebody(id, "1988-01-01", Role.AllegedPerpetrator);

    internal static Decision Decision(string id, Decision.Types.Type type, string reasoning, params string[] children)
    {
        var decision = new Decision
        {
            Item = new() { Id = id },
            Type = type,
            Origin = V1.Decision.Types.Origin.Ours,
            Reasoning = Written(reasoning),
            MadeBy = new() { Name = "A Manager", Role = "team manager", Org = "leeds-social-care" },
            MadeAt = new Timestamp(),
        };
        decision.Children.Add(children);
        return decision;
    }

    internal static Text Written(string words) => new() { Text_ = words };

    /// <summary>The findings of one rule, and what it could not decide.</summary>
    internal static Findings Of(Rule rule, Transfer transfer, Settings? settings = null)
    {
        var context = new JudgingContext { At = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), Settings = settings ?? new() };
        var found = new Findings();
        found.Of(rule);
        rule.Judge(new Validator.Judging.Case(transfer, context), found);
        return found;
    }

    /// <summary>Each finding as "WARN decisions[D1].reasoning short child=P2".</summary>
    internal static string[] Lines(this Findings found) =>
        [.. found.Fired.Select(one => one.Finding).Select(finding => string.Join(' ', new[] { finding.Severity.ToString().ToUpperInvariant(), finding.Field, finding.Variant }
            .Where(word => word.Length > 0).Concat(finding.Params.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))))];

    private static void Add(Transfer transfer, IMessage part)
    {
        switch (part)
        {
            case Person person: transfer.Persons.Add(person); break;
            case Decision decision: transfer.Decisions.Add(decision); break;
            case Claim claim: transfer.Claims.Add(claim); break;
            case Relationship relationship: transfer.Relationships.Add(relationship); break;
            case ChronologyEntry entry: transfer.Chronology.Add(entry); break;
            case Referral referral: transfer.Referrals.Add(referral); break;
            case PatternAnalysis analysis: transfer.PatternAnalyses.Add(analysis); break;
            case ChildAssessment assessment: transfer.ChildAssessments.Add(assessment); break;
            case Concern concern: transfer.Concerns.Add(concern); break;
            case EarlierArea area: transfer.Moves.Add(area); break;
            default: throw new ArgumentException($"No list for {part.Descriptor.Name}.", nameof(part));
        }
    }
}
