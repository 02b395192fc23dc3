using Origin = InfoSharing.V1.Decision.Types.Origin;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Validator.Facts;

/// <summary>
/// Which decisions stand. A decision is not edited after sending (IS-109): it is replaced, and then asks for nothing more,
/// or a rule whose only cure is an edit would never go quiet.
/// </summary>
internal sealed class Decisions
{
    private readonly HashSet<string> _replaced;

    internal Decisions(Transfer transfer)
    {
        _replaced = [.. transfer.Decisions.Where(one => one.Replaces != one.Item?.Id).Select(one => one.Replaces).Where(id => !id.IsBlank())];
        Standing = [.. transfer.Decisions.Where(decision => !IsReplaced(decision))];
    }

    /// <summary>Those that no other one replaces.</summary>
    internal IReadOnlyList<Decision> Standing { get; }

    /// <summary>True where another decision replaces it.</summary>
    internal bool IsReplaced(Decision decision) => decision.Item is { } item && _replaced.Contains(item.Id);

    /// <summary>A key decision: of a type by which somebody may stop looking, and not replaced by another.</summary>
    internal bool IsKey(Decision decision) => IsKeyType(decision.Type) && !IsReplaced(decision);

    /// <summary>INHERITED, and why it was made is not known: what cannot be known is not asked of the sender.</summary>
    internal static bool IsInheritedWithoutReasons(Decision decision) => decision is { Origin: Origin.Inherited, ReasoningUnknown: not null };

    private static bool IsKeyType(Type type) =>
        type is Type.Nfa or Type.StepDown or Type.PlanStart or Type.PlanEnd or Type.Closure or Type.Threshold or Type.Placement or Type.Contact;
}
