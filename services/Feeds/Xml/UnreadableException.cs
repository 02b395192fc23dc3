namespace InfoSharing.Feeds.Xml;

/// <summary>The file cannot be read on from here. The message never quotes the file.</summary>
internal sealed class UnreadableException : Exception
{
    public UnreadableException()
    {
    }

    public UnreadableException(string message)
        : base(message)
    {
    }

    public UnreadableException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>The element at which reading ended, where one is known.</summary>
    public string? Element { get; init; }
}
