namespace InfoSharing.Feeds.Xml;

/// <summary>What a file may ask of our memory. Real returns come nowhere near; each bound is on one record, never on the file.</summary>
internal static class XmlLimits
{
    /// <summary>Characters of text in one record.</summary>
    public const int TextOfRecord = 1024 * 1024;

    /// <summary>Elements in one record: a real child has at most a few hundred.</summary>
    public const int ElementsOfRecord = 20_000;

    /// <summary>Elements inside one another: a return has eight.</summary>
    public const int Depth = 64;

    /// <summary>Different names in a file, which the parser never forgets: a return has about a hundred.</summary>
    public const int Names = 10_000;

    /// <summary>Bytes that one tag, comment or attribute may take.</summary>
    public const int BytesOfNode = 4 * 1024 * 1024;
}
