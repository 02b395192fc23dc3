namespace InfoSharing.Validator.Codes;

/// <summary>An English local authority that runs children's social care.</summary>
/// <param name="Gss">Its ONS (GSS) code: E08000035.</param>
/// <param name="DfeNumber">The three digits that the DfE knows it by (LEA in a census): 383. Null where our source does not hold it.</param>
/// <param name="Name">Its short name: Leeds.</param>
/// <param name="Slug">The area's part of an agency's id: "leeds" in leeds-social-care.</param>
public sealed record ChildrensServicesAuthority(string Gss, string? DfeNumber, string Name, string Slug);
