using InfoSharing.Validator.Shapes;

namespace InfoSharing.Exchange.Api.Failing;

/// <summary>A document is not taken. Holds every fault; nothing of it is kept.</summary>
internal sealed class DocumentNotTakenException(IReadOnlyList<ShapeFault> faults) : Exception("This document was not taken, and nothing of it is kept.")
{
    /// <summary>One fault.</summary>
    internal DocumentNotTakenException(string field, string words) : this([new ShapeFault(field, words)])
    {
    }

    /// <summary>The faults.</summary>
    public IReadOnlyList<ShapeFault> Faults { get; } = faults;
}

/// <summary>A document is over 100 MiB.</summary>
internal sealed class DocumentTooLargeException() : Exception("A document may have 100 MiB. Nothing of it is kept: send it in several documents, or as images of a lower resolution.");

/// <summary>A document is not whole here.</summary>
internal sealed class DocumentNotWholeException(string words) : Exception(words);

/// <summary>A download was to begin beyond the document's end.</summary>
internal sealed class OffsetBeyondException() : Exception("The offset lies beyond the document's end. Begin again from 0, or from the bytes that you have.");
