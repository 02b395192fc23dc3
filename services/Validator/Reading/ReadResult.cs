namespace InfoSharing.Validator.Reading;

/// <summary>What was read of a file.</summary>
/// <param name="Transfer">
/// The transfer; null where it could not be read. An alert is read even where it has faults: each part that cannot be
/// read is left out of it and stands in <c>kept_as_text</c>, so that it goes and is owed.
/// </param>
/// <param name="Faults">Every fault that was found, in the order of the file.</param>
public sealed record ReadResult(Transfer? Transfer, IReadOnlyList<Fault> Faults);
