namespace InfoSharing.Validator.Codes;

/// <summary>One code of a published list.</summary>
/// <param name="Code">The code as published, case and all.</param>
/// <param name="Description">The publisher's words for it.</param>
public sealed record CodeListEntry(string Code, string Description);
