using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.Registration.Types.Kind;
using Status = InfoSharing.V1.Registration.Types.Status;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-907. After a move nobody misses a child whom no school and no surgery expects.</summary>
internal sealed class ChildIsRegisteredInNewArea : Rule
{
    public override RuleCard Card { get; } = new("IS-907", RuleGroup.Moves, Severity.Warn)
    {
        Message = "Not registered for {child}: {list}. This is itself a warning sign after a move.",
        Remedy = "Say who will see to it; \"not known\" is an answer.",
        Source = "L15, L17, L25; Kent, Pan-Dorset",
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var child in c.People.Moving)
        {
            if (People.IsUnborn(child)) continue;
            var missing = new List<string>(3);
            if (!IsAnswered(c.Transfer, child.Ref, Kind.Gp)) missing.Add("GP");
            if (c.People.AgeOf(child) is not { } age)
            {
                if (missing.Count == 0 && !IsAnsweredAtAnyAge(c.Transfer, child.Ref)) found.Undecided($"persons[{child.Ref}].date_of_birth");
            }
            else AskByAge(c.Transfer, child.Ref, age, missing);
            if (missing.Count > 0) found.Fire("registrations", ("child", child.Ref), ("list", string.Join(',', missing)));
        }
    }

    private static void AskByAge(Transfer transfer, string child, int age, List<string> missing)
    {
        if (age < 5 && !IsAnswered(transfer, child, Kind.HealthVisitor)) missing.Add("HEALTH_VISITOR");
        if (age is 3 or 4 && !IsAnswered(transfer, child, Kind.School) && !IsAnswered(transfer, child, Kind.Nursery)) missing.Add("NURSERY");
        if (age is >= 5 and <= 16 && !IsAnswered(transfer, child, Kind.School)) missing.Add("SCHOOL");
    }

    private static bool IsAnsweredAtAnyAge(Transfer transfer, string child) =>
        IsAnswered(transfer, child, Kind.HealthVisitor) && IsAnswered(transfer, child, Kind.School);

    // "Not known" and "not needed" are answers; blank, and not registered, are what is asked about.
    private static bool IsAnswered(Transfer transfer, string child, Kind kind)
    {
        foreach (var one in transfer.Registrations)
            if (one.Child == child && one.Kind == kind && one.Status is not (Status.Unspecified or Status.NotRegistered)) return true;
        return false;
    }
}
