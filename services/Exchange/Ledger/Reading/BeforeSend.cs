namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>What is stored that a send turns on, read together.</summary>
/// <param name="Answers">Of each request that was asked for its answer, in that order; null where there is none.</param>
/// <param name="Messages">Both streams of the transfer, as <see cref="ILedger.MessagesAsync"/> gives them.</param>
/// <param name="Documents">Its documents that are whole, the oldest first.</param>
/// <param name="Candidates">For each value that somebody is known by, the newest cases.</param>
internal sealed record BeforeSend(
    IReadOnlyList<StoredAnswer?> Answers, IReadOnlyList<StoredMessage> Messages, IReadOnlyList<StoredDocument> Documents, IReadOnlyDictionary<(string Kind, string Value), IReadOnlyList<Guid>> Candidates);

/// <summary>The same as an engine is asked for it.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Requests">The requests' keys.</param>
/// <param name="RequestsSince">Those made earlier are forgotten.</param>
/// <param name="Tokens">Of the blind index.</param>
/// <param name="Newest">Of each token at most so many cases; none of a case that is locked.</param>
internal sealed record BeforeSendKeys(Guid TransferId, IReadOnlyList<byte[]> Requests, long RequestsSince, IReadOnlyList<byte[]> Tokens, int Newest);

/// <summary>The same as an engine gives it.</summary>
/// <param name="Answers">The requests' rows that there are.</param>
/// <param name="Messages">The messages' rows, in the order of direction, partner and number.</param>
/// <param name="Documents">The documents' rows, the oldest first.</param>
/// <param name="Newest">The cases of each token, the newest first.</param>
internal sealed record BeforeSendRows(IReadOnlyList<ReadRow> Answers, IReadOnlyList<ReadRow> Messages, IReadOnlyList<ReadRow> Documents, ILookup<byte[], Guid> Newest);
