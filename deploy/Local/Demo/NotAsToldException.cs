namespace InfoSharing.Local.Demo;

/// <summary>The story did not go as it tells. The message says what was told and what was found.</summary>
internal sealed class NotAsToldException : Exception
{
    public NotAsToldException()
    {
    }

    public NotAsToldException(string message)
        : base(message)
    {
    }

    public NotAsToldException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
