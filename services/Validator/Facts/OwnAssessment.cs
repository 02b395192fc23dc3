namespace InfoSharing.Validator.Facts;

/// <summary>Whether a child has an assessment of their own, or an honest reason why not yet (IS-401, IS-501).</summary>
internal static class OwnAssessment
{
    /// <summary>True for needs or risks written about this child, or why there are none with who will make them.</summary>
    internal static bool IsAnswered(Transfer transfer, string child)
    {
        foreach (var assessment in transfer.ChildAssessments)
            if (assessment.Child == child && (IsWritten(assessment) || IsPromised(assessment.NotAssessed))) return true;
        return false;
    }

    private static bool IsWritten(ChildAssessment assessment) => !assessment.Needs.IsBlank() || !assessment.Risks.IsBlank();

    /// <summary>True for why not yet, and who will.</summary>
    internal static bool IsPromised(ChildAssessment.Types.NotAssessed? promise) =>
        promise is not null && !promise.Why.IsBlank() && !promise.WhoWill.IsBlank();
}
