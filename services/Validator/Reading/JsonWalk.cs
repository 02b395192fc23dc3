using System.Text;
using System.Text.Json;
using Google.Protobuf.Reflection;

namespace InfoSharing.Validator.Reading;

/// <summary>Walks a JSON text along the contract: every fault is found, and what is right is written to a copy.</summary>
internal ref struct JsonWalk
{
    /// <summary>Deeper than any message of the contract; a text that goes deeper is no transfer.</summary>
    internal const int Deepest = 40;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly Utf8JsonWriter _clean;
    private readonly FoundFaults _found;
    private readonly FieldPlaces? _places;
    private readonly JsonPath _path;
    private Utf8JsonReader _reader;
    private LineCounter _lines = new();

    internal JsonWalk(ReadOnlySpan<byte> utf8, Utf8JsonWriter clean, FoundFaults found, FieldPlaces? places)
    {
        _utf8 = utf8;
        _clean = clean;
        _found = found;
        _places = places;
        _path = new JsonPath();
        _reader = new(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
    }

    /// <summary>Walks the whole text. A part that cannot be read does not stop it; a text that is no JSON from some byte on does.</summary>
    internal void Walk(MessageDescriptor message)
    {
        try
        {
            if (!_reader.Read()) Break(FaultWords.Empty);
            else if (_reader.TokenType != JsonTokenType.StartObject) Break(FaultWords.NotAnObject);
            else
            {
                Message(message);
                _reader.Read();
            }
        }
        catch (JsonException e)
        {
            // The library's words quote the text: they stay here.
            var at = OffsetOf(e);
            var words = _utf8.TrimEnd(" \t\r\n"u8).IsEmpty ? FaultWords.Empty
                : at >= _utf8.TrimEnd(" \t\r\n"u8).Length ? FaultWords.CutOff
                : _reader.CurrentDepth == 0 && _reader.TokenType == JsonTokenType.EndObject ? FaultWords.After
                : FaultWords.NotJson;
            Break(words, at);
        }
        catch (TooDeepException)
        {
            Break(FaultWords.TooDeep);
        }
    }

    private void Message(MessageDescriptor message)
    {
        var seen = new HashSet<FieldDescriptor>();
        _clean.WriteStartObject();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)_reader.TokenStartIndex;
            var name = JsonScalars.Words(ref _reader);
            var field = name is null ? null : JsonNames.Find(message, name);
            if (field is null) Unknown(message, name, start);
            else
            {
                _path.Enter(field.Name);
                Meet(start);
                _reader.Read();
                if (!seen.Add(field)) LeaveOut(FaultWords.Twice, start);
                else if (field.IsRepeated) List(field);
                else One(field);
                _path.Leave();
            }
        }
        _clean.WriteEndObject();
    }

    private void Unknown(MessageDescriptor message, string? name, int start)
    {
        var meant = name is null ? null : Nearest.To(name, message.Fields.InDeclarationOrder().Select(field => field.Name));
        _reader.Read();
        // A name that is close to no field may be anything, a person's among them: it is not repeated.
        _path.Enter(meant is null ? "" : name!);
        LeaveOut(name is null ? FaultWords.NotUtf8 : FaultWords.UnknownField(message, meant), start);
        _path.Leave();
    }

    private void One(FieldDescriptor field)
    {
        if (_reader.TokenType == JsonTokenType.Null) return; // proto3 JSON: null is a field that is not given
        if (field.FieldType == FieldType.Message && !JsonScalars.IsMoment(field))
        {
            if (_reader.TokenType != JsonTokenType.StartObject)
            {
                LeaveOut(FaultWords.WrongType(_reader.TokenType, field, inList: false));
                return;
            }
            _clean.WritePropertyName(field.JsonName);
            Message(field.MessageType);
            return;
        }
        if (JsonScalars.Check(ref _reader, field, inList: false, out var write) is { } words)
        {
            LeaveOut(words);
            return;
        }
        _clean.WritePropertyName(field.JsonName);
        write(_clean);
    }

    private void List(FieldDescriptor field)
    {
        if (_reader.TokenType == JsonTokenType.Null) return;
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            LeaveOut(FaultWords.WrongType(_reader.TokenType, field, inList: false));
            return;
        }
        _clean.WritePropertyName(field.JsonName);
        _clean.WriteStartArray();
        for (var i = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; i++)
        {
            _path.EnterElement(i, (int)_reader.TokenStartIndex, field);
            Meet((int)_reader.TokenStartIndex);
            Element(field);
            _path.LeaveElement();
        }
        _clean.WriteEndArray();
    }

    private void Element(FieldDescriptor field)
    {
        if (_reader.TokenType == JsonTokenType.Null) LeaveOut(FaultWords.NullInList);
        else if (field.FieldType == FieldType.Message && !JsonScalars.IsMoment(field))
        {
            if (_reader.TokenType == JsonTokenType.StartObject) Message(field.MessageType);
            else LeaveOut(FaultWords.WrongType(_reader.TokenType, field, inList: true));
        }
        else if (JsonScalars.Check(ref _reader, field, inList: true, out var write) is { } words) LeaveOut(words);
        else write(_clean);
    }

    // The value is stepped over; what stood there is kept beside the fault.
    private void LeaveOut(string words, int start = -1)
    {
        var from = (int)_reader.TokenStartIndex;
        var text = _reader.TokenType == JsonTokenType.String ? JsonScalars.Words(ref _reader) : null;
        Skip();
        var (line, column) = _lines.At(_utf8, start < 0 ? from : start);
        text ??= Encoding.UTF8.GetString(_utf8[from..(int)_reader.BytesConsumed]);
        _found.Add(new Fault(line, column, _path.Of(_utf8), words), text);
    }

    private void Skip()
    {
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return;
        var depth = _reader.CurrentDepth;
        while (_reader.Read() && _reader.CurrentDepth > depth)
            if (_reader.CurrentDepth > Deepest) throw new TooDeepException();
    }

    private void Meet(int offset)
    {
        if (_places is not { Looking: true }) return;
        var (line, column) = _lines.At(_utf8, offset);
        _places.Meet(_path.Of(_utf8), line, column);
    }

    private void Break(string words, int offset = -1)
    {
        var (line, column) = _lines.At(_utf8, offset < 0 ? (int)_reader.TokenStartIndex : offset);
        _found.Break(new Fault(line, column, _path.Of(_utf8), words));
    }

    private readonly int OffsetOf(JsonException e)
    {
        var offset = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
        {
            var feed = _utf8[offset..].IndexOf((byte)'\n');
            if (feed < 0) break;
            offset += feed + 1;
        }
        return offset + (int)(e.BytePositionInLine ?? 0);
    }

    private sealed class TooDeepException : Exception;
}
