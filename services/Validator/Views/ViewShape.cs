using System.Collections.Concurrent;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Validator.Contract;

namespace InfoSharing.Validator.Views;

/// <summary>One field on the way through a transfer, with what View has to ask of it.</summary>
internal sealed class Step
{
    // Free words, or words beside an agency's id, in which an organisation names its area. The option (location) is for what gives away an address.
    private static readonly HashSet<string> AreaWords =
    [
        "Who.org", "Accommodation.placed_by", "Accommodation.pays", "Marac.heard_at", "Decision.ReasoningUnknown.asked_of", "DocumentNotHeld.asked_of",
        "ForcedMarriage.Fmpo.ask", "ForcedMarriage.Fmpo.number", "Condition.ask", "ChildAssessment.TransitionPlan.adult_service", "SafeContact.via", "Court.Proceedings.case_number",
    ];

    private readonly Lazy<ViewShape?> _below;

    internal Step(Member member)
    {
        Member = member;
        var field = member.Field;
        IsList = field.IsRepeated;
        IsKeepFromStaff = field.FullName == "infosharing.v1.DisclosureControls.keep_from_staff";
        IsString = field.FieldType == FieldType.String;
        IsWho = member.IsMessage && field.MessageType == Who.Descriptor;
        MayBeOfReceivingTeam = IsWho && member.Name != "approved_by";
        MayNameAreas = member.Name is not ("from" or "case_owner" or "approved_by");
        IsOwnMark = member.IsMessage && (field.MessageType == Item.Descriptor || field.MessageType == V1.Handling.Descriptor);
        IsCountry = field.FieldType == FieldType.Enum && field.EnumType.FullName == "infosharing.v1.Party.Country";
        IsSearched = IsString && (member.Format == Format.Unspecified || (member.Format == Format.Agency && field.ContainingType != Party.Descriptor));
        IsArea = IsString && (member.Format is Format.Agency or Format.Gss || AreaWords.Contains(field.FullName["infosharing.v1.".Length..]));
        _below = new(() => member.IsMessage && !member.IsText ? ViewShape.Of(field.MessageType) : null);
    }

    internal Member Member { get; }

    internal bool IsList { get; }

    internal bool IsKeepFromStaff { get; }

    internal bool IsString { get; }

    /// <summary>A professional, who may be of the receiving team.</summary>
    internal bool IsWho { get; }

    /// <summary>A professional who may be of the receiving team: whoever approved a class is the sender's.</summary>
    internal bool MayBeOfReceivingTeam { get; }

    /// <summary>False for the sender and the sender's own people, whose area is no news.</summary>
    internal bool MayNameAreas { get; }

    /// <summary>The item's or person's own marking: its id, source and handling.</summary>
    internal bool IsOwnMark { get; }

    internal bool IsCountry { get; }

    /// <summary>A string in which a place could be written.</summary>
    internal bool IsSearched { get; }

    /// <summary>A string that names an area, or an agency and so its area.</summary>
    internal bool IsArea { get; }

    /// <summary>The message that it holds; null for a string, an enum and a <see cref="Text"/>.</summary>
    internal ViewShape? Below => _below.Value;
}

/// <summary>The fields of one message that View has to look at, read once.</summary>
internal sealed class ViewShape
{
    private static readonly ConcurrentDictionary<MessageDescriptor, ViewShape> Known = new();

    private readonly Shape _shape;
    private readonly Member? _handling;
    private readonly Lazy<Step[]> _marked;
    private readonly Lazy<Step[]> _searched;

    private ViewShape(MessageDescriptor message)
    {
        _shape = Shape.Of(message);
        _handling = Array.Find(_shape.Members, static member => member.IsMessage && member.Field.MessageType == V1.Handling.Descriptor);
        Every = [.. _shape.Members.Select(static member => new Step(member)).Where(static step => step.IsString || step.IsCountry || LeadsOn(step.Member))];
        _marked = new(() => [.. Every.Where(static step => !step.IsOwnMark && LeadsToMark(step))]);
        _searched = new(() => [.. Every.Where(static step => LeadsToMark(step) || step.IsSearched || step.Member.IsText || step.Below is { Searched.Length: > 0 })]);
    }

    /// <summary>All that has words in it or below it.</summary>
    internal Step[] Every { get; }

    /// <summary>Only what has a class, gives away a place or names a professional, or leads to such.</summary>
    internal Step[] Marked => _marked.Value;

    /// <summary>What is marked, and the words in which a place could be written: not days, references and countries.</summary>
    internal Step[] Searched => _searched.Value;

    internal static ViewShape Of(MessageDescriptor message) => Known.GetOrAdd(message, static descriptor => new ViewShape(descriptor));

    /// <summary>The id of an item or person; blank where it has none.</summary>
    internal string IdOf(IMessage message) => _shape.IdOf(message);

    /// <summary>How an item, person, name, number or contact is to be handled; null where nothing was said.</summary>
    internal Handling? HandlingOf(IMessage message) =>
        _handling is not null ? (Handling?)_handling.Get(message) : ((Item?)_shape.Item?.Get(message))?.Handling;

    private bool HasMark => _handling is not null || _shape.Item is not null;

    private static bool LeadsOn(Member member) => member.IsMessage && member.Field.MessageType != Timestamp.Descriptor;

    private static bool LeadsToMark(Step step) =>
        step.Member.IsLocation || step.IsWho || step.IsKeepFromStaff
        || (step.Below is { } below && (below.HasMark || below.Marked.Length > 0));
}
