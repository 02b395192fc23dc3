using System.Collections.Concurrent;
using Google.Protobuf.Reflection;

namespace InfoSharing.Validator.Contract;

/// <summary>The fields of one message of the contract, read once. No message of the contract holds itself; a test says so.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<MessageDescriptor, Shape> Known = new();

    private readonly Lazy<Member[]> _textMembers;
    private readonly Member?[] _numbered;

    private Shape(MessageDescriptor message)
    {
        Message = message;
        Members = [.. message.Fields.InDeclarationOrder().Select(field => new Member(field))];
        _numbered = new Member?[Members.Length == 0 ? 0 : Members.Max(member => member.Field.FieldNumber) + 1];
        foreach (var member in Members) _numbered[member.Field.FieldNumber] = member;
        Item = Array.Find(Members, member => member.IsMessage && member.Field.MessageType == V1.Item.Descriptor);
        NewRef = Array.Find(Members, member => member.Format == Format.NewRef);
        _textMembers = new(() => [.. Members.Where(member => member.LeadsToText)]);
    }

    /// <summary>The message.</summary>
    internal MessageDescriptor Message { get; }

    /// <summary>Its fields, in the order of the proto file.</summary>
    internal Member[] Members { get; }

    /// <summary>Its <see cref="V1.Item"/> field, if it has one.</summary>
    internal Member? Item { get; }

    /// <summary>The field that holds its own id (a person's ref), if it has one.</summary>
    internal Member? NewRef { get; }

    /// <summary>Those of its fields in which, or below which, a <see cref="Text"/> can stand.</summary>
    internal Member[] TextMembers => _textMembers.Value;

    /// <summary>The field of a number; null where this version of the contract has none.</summary>
    internal Member? Numbered(int number) => (uint)number < (uint)_numbered.Length ? _numbered[number] : null;

    /// <summary>The shape of a message.</summary>
    internal static Shape Of(MessageDescriptor message) => Known.GetOrAdd(message, static descriptor => new Shape(descriptor));

    /// <summary>The id of an item or person of this shape; blank where it has none.</summary>
    internal string IdOf(IMessage message) =>
        NewRef is not null ? (string)NewRef.Get(message)! : ((Item?)Item?.Get(message))?.Id ?? "";
}
