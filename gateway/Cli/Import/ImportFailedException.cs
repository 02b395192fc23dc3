namespace InfoSharing.Cli.Import;

/// <summary>The import could not go on. The message names the thing and the cure.</summary>
internal sealed class ImportFailedException : Exception
{
    public ImportFailedException()
    {
    }

    public ImportFailedException(string message)
        : base(message)
    {
    }

    public ImportFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
