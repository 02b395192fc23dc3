using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Documents.Keeping;

/// <summary>What is logged of documents: kinds of failure; never a name, never an id of a case. Numbers 2600 to 2699.</summary>
internal static partial class DocumentLog
{
    [LoggerMessage(2600, LogLevel.Error, "Seeing to a transfer's documents failed ({Failure}); it is tried again within ten minutes")]
    internal static partial void Failed(ILogger log, string failure);
}
