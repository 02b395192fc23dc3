namespace InfoSharing.Exchange.Documents.Contents;

/// <summary>A document that may be kept, as it is kept.</summary>
/// <param name="MediaType">Its kind, by its content.</param>
/// <param name="Content">Its bytes, without what was taken out. Its own, to be disposed, unless it is the file as it came.</param>
internal sealed record JudgedDocument(string MediaType, Stream Content) : IDisposable
{
    /// <summary>What was taken out, as the contract's codes.</summary>
    public IReadOnlyCollection<string> TakenOut { get; init; } = [];

    /// <summary>What could be read of it, for the search for protected places; null where nothing could.</summary>
    public string? Words { get; init; }

    /// <summary>Why not all of it could be read, as the contract's code; blank where it could.</summary>
    public string NotSearched { get; init; } = "";

    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();
}

/// <summary>What is taken out.</summary>
internal static class Taken
{
    internal const string Location = "LOCATION";
    internal const string Author = "AUTHOR";
    internal const string Revisions = "REVISIONS";
    internal const string Thumbnail = "THUMBNAIL";
    internal const string OtherMetadata = "OTHER_METADATA";
}

/// <summary>Why words could not be searched.</summary>
internal static class NotSearched
{
    internal const string Image = "IMAGE";
    internal const string NoWords = "NO_WORDS";
    internal const string Encoded = "ENCODED";
    internal const string TooLong = "TOO_LONG";
}
