using System.Linq.Expressions;
using Google.Protobuf.Reflection;

namespace InfoSharing.Validator.Contract;

/// <summary>One field of a contract message, with what its options say of it and a compiled getter.</summary>
internal sealed class Member
{
    private readonly Lazy<Shape?> _shape;
    private readonly Lazy<bool> _leadsToText;

    internal Member(FieldDescriptor field)
    {
        Field = field;
        Get = Getter(field);
        Format = field.GetOptions()?.GetExtension(AnnotationsExtensions.Format) ?? Format.Unspecified;
        IsLocation = field.GetOptions()?.GetExtension(AnnotationsExtensions.Location) ?? false;
        IsMessage = field.FieldType == FieldType.Message && !field.IsMap;
        IsText = IsMessage && field.MessageType == Text.Descriptor;
        _shape = new(() => IsMessage ? Shape.Of(field.MessageType) : null);
        _leadsToText = new(() => IsText || (IsMessage && _shape.Value!.TextMembers.Length > 0));
    }

    /// <summary>The field.</summary>
    internal FieldDescriptor Field { get; }

    /// <summary>Its name in the proto file, as paths use it.</summary>
    internal string Name => Field.Name;

    /// <summary>Reads the field: a string, a message or null, or a list.</summary>
    internal Func<IMessage, object?> Get { get; }

    /// <summary>The form that its strings must have.</summary>
    internal Format Format { get; }

    /// <summary>True where it gives away where somebody lives or goes.</summary>
    internal bool IsLocation { get; }

    /// <summary>True for a message or a list of messages.</summary>
    internal bool IsMessage { get; }

    /// <summary>True for a <see cref="Text"/> or a list of them.</summary>
    internal bool IsText { get; }

    /// <summary>The fields of the message that it holds; null for a scalar.</summary>
    internal Shape? Shape => _shape.Value;

    /// <summary>True where a <see cref="Text"/> can stand in it or below it.</summary>
    internal bool LeadsToText => _leadsToText.Value;

    // The reflection accessors of the protobuf library box and check on every call; a check of 16 kB makes thousands.
    private static Func<IMessage, object?> Getter(FieldDescriptor field)
    {
        var message = Expression.Parameter(typeof(IMessage));
        var property = Expression.Property(Expression.Convert(message, field.ContainingType.ClrType), field.PropertyName);
        return Expression.Lambda<Func<IMessage, object?>>(Expression.Convert(property, typeof(object)), message).Compile();
    }
}
