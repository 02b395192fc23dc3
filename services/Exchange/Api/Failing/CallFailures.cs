using InfoSharing.Exchange.Answers.Acting;

namespace InfoSharing.Exchange.Api.Failing;

/// <summary>There is no such thing here. Another agency's id is answered just so.</summary>
internal sealed class NotHereException(string what) : Exception($"No {what} of this id is here. Look the id up with List.");

/// <summary>The same id stands for something else already.</summary>
internal sealed class OtherContentException(string words) : Exception(words);

/// <summary>A hand-over cannot go to its recipients. Holds every reason.</summary>
internal sealed class CannotBeSentException(IReadOnlyList<string> reasons)
    : Exception($"{string.Join(" ", reasons)} Send it as an alert now, and ring them: nothing of it has gone.");

/// <summary>An act may not be done as the transfer stands.</summary>
internal sealed class ActNotAllowedException(No no) : Exception(no.Words)
{
    /// <summary>Why.</summary>
    public No No { get; } = no;
}
