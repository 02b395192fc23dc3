using System.Collections.Frozen;

namespace InfoSharing.Feeds.Cin;

/// <summary>Which elements stand in which, over all the census years that we have seen.</summary>
/// <remarks>Sources: CIN_schema_2024 to 2026; AssessmentInternalReviewDate and GenderCurrent from the 2021 and 2022 returns; PreProceedingsandFGDM from the 2026 sample, which the 2026 schema does not hold.</remarks>
internal static class CinShape
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Groups = new Dictionary<string, FrozenSet<string>>
    {
        ["Header"] = Set("CollectionDetails", "Source*", "Content"),
        ["CollectionDetails"] = Set("Collection", "Year", "ReferenceDate"),
        ["Source"] = Set("SourceLevel", "LEA", "SoftwareCode", "Release", "SerialNo", "DateTime"),
        ["Content"] = Set("CBDSLevels"),
        ["CBDSLevels"] = Set("CBDSLevel*"),
        ["Child"] = Set("ChildIdentifiers", "ChildCharacteristics", "CINdetails*"),
        ["ChildIdentifiers"] = Set("LAchildID", "UPN", "FormerUPN", "UPNunknown", "PersonBirthDate", "ExpectedPersonBirthDate", "GenderCurrent", "Sex", "PersonDeathDate"),
        ["ChildCharacteristics"] = Set("Ethnicity", "Disabilities"),
        ["Disabilities"] = Set("Disability*"),
        ["CINdetails"] = Set(
            "CINreferralDate", "ReferralSource", "PrimaryNeedCode", "CINclosureDate", "ReasonForClosure", "DateOfInitialCPC", "Assessments*",
            "CINPlanDates*", "Section47*", "ReferralNFA", "ChildProtectionPlans*", "PreProceedingsandFGDM*"),
        ["Assessments"] = Set("AssessmentActualStartDate", "AssessmentInternalReviewDate", "AssessmentAuthorisationDate", "FactorsIdentifiedAtAssessment"),
        ["FactorsIdentifiedAtAssessment"] = Set("AssessmentFactors*"),
        ["CINPlanDates"] = Set("CINPlanStartDate", "CINPlanEndDate"),
        ["Section47"] = Set("S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"),
        ["ChildProtectionPlans"] = Set("CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse", "LatestCategoryOfAbuse", "NumberOfPreviousCPP", "Reviews"),
        ["Reviews"] = Set("CPPreviewDate*"),
        ["PreProceedingsandFGDM"] = Set(
            "PPStartDate", "LBPSentDate", "FGDMMeetingOffer", "FGDMMeetingFac", "InitialPPMeetingDate", "ReviewMeetingsCount", "StepDecisionDate",
            "PPOutcome", "CourtAppDate", "LetterInitCPDate"),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Names = Groups.Keys.Concat(Groups.Values.SelectMany(names => names).Select(name => name.TrimEnd('*'))).ToFrozenSet();

    /// <summary>Whether the element holds elements and no words.</summary>
    public static bool IsGroup(string element) => Groups.ContainsKey(element);

    /// <summary>Whether the return has an element of this name anywhere.</summary>
    public static bool IsName(string word) => Names.Contains(word);

    /// <summary>Whether the element may stand in the group.</summary>
    public static bool MayStandIn(string group, string element) => Groups[group].Contains(element) || IsRepeated(group, element);

    /// <summary>Whether the group may hold the element more than once.</summary>
    public static bool IsRepeated(string group, string element) => Groups[group].Contains(element + "*");

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet();
}
