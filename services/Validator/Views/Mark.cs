using InfoSharing.Validator.Contract;

namespace InfoSharing.Validator.Views;

/// <summary>Why View has to look at a place of a transfer.</summary>
internal enum MarkKind
{
    /// <summary>Its handling names a class.</summary>
    Classed,

    /// <summary>It gives away where somebody lives or goes.</summary>
    Location,

    /// <summary>A location that is PROTECTED.</summary>
    Protected,

    /// <summary>A professional of the lead.</summary>
    ReceivingTeam,

    /// <summary>The address of a refuge.</summary>
    RefugeAddress,

    /// <summary>The staff from whom the case is kept.</summary>
    KeepFromStaff,

    /// <summary>Names an area.</summary>
    Area,

    /// <summary>Words that hold a place.</summary>
    Leak,
}

/// <summary>One place of a transfer that View has to look at.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Place">Where.</param>
/// <param name="Handling">How it is to be handled, where it is classed.</param>
/// <param name="Hit">What its words hold, where they leak.</param>
/// <param name="Value">The agency or area that it names, where it names one.</param>
internal readonly record struct Mark(MarkKind Kind, Place Place, Handling? Handling, Hit Hit, string Value);

/// <summary>One thing that a recipient's view leaves out.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Place">Where.</param>
/// <param name="RuleId">The rule that says so; blank where View alone does.</param>
/// <param name="IsForAll">True where nobody gets it.</param>
/// <param name="Of">What of a place it holds, where its words leak.</param>
/// <param name="Handling">How it is to be handled, where it is classed.</param>
internal readonly record struct Cut(MarkKind Kind, Place Place, string RuleId, bool IsForAll, Part Of, Handling? Handling)
{
    /// <summary>The code of its class; blank where it has none.</summary>
    internal string Class => Handling is { } handling ? Facts.Code.Of(handling.DataClass) : "";

    /// <summary>True for a place that goes with this one.</summary>
    internal bool Holds(Place place)
    {
        for (var one = place; one is not null; one = one.Above)
            if (ReferenceEquals(one.Above, Place.Above) && ReferenceEquals(one.Member, Place.Member) && (Place.Index < 0 || Place.Index == one.Index)) return true;
        return false;
    }
}
