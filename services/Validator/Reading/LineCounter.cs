namespace InfoSharing.Validator.Reading;

/// <summary>Line and column of a byte. Asked in the order of the text, it reads each line once.</summary>
internal struct LineCounter()
{
    private int _line = 1;
    private int _lineStart;
    private int _seen;

    /// <summary>Line and column (in characters, not bytes), both from 1.</summary>
    internal (int Line, int Column) At(ReadOnlySpan<byte> utf8, int offset)
    {
        offset = Math.Clamp(offset, 0, utf8.Length);
        if (offset < _seen) (_line, _lineStart, _seen) = (1, 0, 0);
        int feed;
        while ((feed = utf8[_seen..offset].IndexOf((byte)'\n')) >= 0)
        {
            _seen += feed + 1;
            _lineStart = _seen;
            _line++;
        }
        _seen = offset;
        var column = 1;
        // A byte that does not go on with a character begins one; text that is not UTF-8 has columns too.
        foreach (var b in utf8[_lineStart..offset]) if ((b & 0xC0) != 0x80) column++;
        return (_line, column);
    }
}
