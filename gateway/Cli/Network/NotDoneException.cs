namespace InfoSharing.Cli.Network;

/// <summary>A command could not be done. The message names the thing and the cure, and holds no word of a case.</summary>
internal sealed class NotDoneException : Exception
{
    public NotDoneException()
    {
    }

    public NotDoneException(string message)
        : base(message)
    {
    }

    public NotDoneException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
