using System.Text;
using System.Text.Json;
using Google.Protobuf.Reflection;
using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Validator.Reading;

/// <summary>The path to the value that is being read. The id of an item is looked up only where a path is asked for.</summary>
internal sealed class JsonPath
{
    private readonly List<Step> _steps = [];

    internal void Enter(string name) => _steps.Add(new Step(name));

    internal void Leave() => _steps.RemoveAt(_steps.Count - 1);

    internal void EnterElement(int index, int offset, FieldDescriptor field)
    {
        var step = _steps[^1];
        (step.Index, step.Offset, step.Id, step.Shape) = (index, offset, null, field.FieldType == FieldType.Message && !JsonScalars.IsMoment(field) ? Shape.Of(field.MessageType) : null);
    }

    internal void LeaveElement() => _steps[^1].Index = -1;

    /// <summary>The path, as a finding would write it. An unknown field has no name here: its path is that of the message that holds it.</summary>
    internal string Of(ReadOnlySpan<byte> utf8)
    {
        var path = new StringBuilder();
        foreach (var step in _steps)
        {
            if (step.Name.Length == 0) continue;
            if (path.Length > 0) path.Append('.');
            path.Append(step.Name);
            if (step.Index < 0) continue;
            step.Id ??= IdAt(utf8[step.Offset..], step.Shape);
            path.Append('[').Append(step.Id.Length > 0 ? step.Id : step.Index).Append(']');
        }
        return path.ToString();
    }

    private static string IdAt(ReadOnlySpan<byte> element, Shape? shape)
    {
        if (shape is null || (shape.Item is null && shape.NewRef is null) || element.IsEmpty || element[0] != (byte)'{') return "";
        var reader = new Utf8JsonReader(element, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            reader.Read();
            var inItem = false;
            while (reader.Read() && reader.CurrentDepth > 0)
            {
                if (reader.TokenType != JsonTokenType.PropertyName) continue;
                var wanted = shape.NewRef is not null ? reader.CurrentDepth == 1 && reader.ValueTextEquals(shape.NewRef.Name)
                    : inItem && reader.CurrentDepth == 2 && reader.ValueTextEquals("id"u8);
                if (reader.CurrentDepth == 1) inItem = shape.Item is not null && reader.ValueTextEquals(shape.Item.Name);
                if (!wanted) continue;
                reader.Read();
                return reader.TokenType == JsonTokenType.String && JsonScalars.Words(ref reader) is { } id && Formats.IsRef(id) ? id : "";
            }
        }
        catch (JsonException)
        {
            // The text breaks off further on, where the walk says so; this path is written with the position.
        }
        return "";
    }

    private sealed class Step(string name)
    {
        internal string Name { get; } = name;
        internal int Index { get; set; } = -1;
        internal int Offset { get; set; }
        internal string? Id { get; set; }
        internal Shape? Shape { get; set; }
    }
}
