namespace InfoSharing.Validator.Codes;

/// <summary>A factor identified at the end of an assessment. Source: CIN census 2026, N00181.</summary>
/// <param name="Code">The code as published.</param>
/// <param name="Description">The DfE's words.</param>
/// <param name="Subject">Whom the factor is about.</param>
public sealed record AssessmentFactor(string Code, string Description, FactorSubject Subject)
{
    /// <summary>Whether this is domestic abuse, whoever suffers it: 3A the child, 3B a parent or carer, 3C another person. All three count alike.</summary>
    public bool IsDomesticAbuse => Code is "3A" or "3B" or "3C";

    /// <summary>The census year from which the code is no longer to be used (2025 is the census of 2024-25), or null. 18A and 19A were split by who harmed the child: rules 8945Q and 8950Q.</summary>
    public int? RetiredInCensusYear => Code is "18A" or "19A" ? 2025 : null;

    /// <summary>Whether a return for this census year may use the code. A retired code in an older record is still a fact.</summary>
    public bool IsInUse(int censusYear) => RetiredInCensusYear is not { } retired || censusYear < retired;
}
