namespace InfoSharing.Validator.Codes;

/// <summary>Who referred the child to children's social care. Source: CIN census 2026, N00152.</summary>
public static class ReferralSource
{
    /// <summary>Another authority: what a referral for a family that moves in normally carries.</summary>
    public const string AnotherAuthority = "5C";

    /// <summary>The police.</summary>
    public const string Police = "6";

    /// <summary>The list, in the published order.</summary>
    public static CodeList Codes { get; } = new(
        "Referral source",
        "CIN census 2026, N00152",
        ("1A", "INDIVIDUAL – family member, relative or carer"),
        ("1B", "INDIVIDUAL – acquaintance (including neighbours and child minders)"),
        ("1C", "INDIVIDUAL – self"),
        ("1D", "INDIVIDUAL – other (including strangers)"),
        ("2A", "SCHOOLS"),
        ("2B", "EDUCATION SERVICES"),
        ("3A", "HEALTH SERVICES – general practitioner (GP)"),
        ("3B", "HEALTH SERVICES – health visitor"),
        ("3C", "HEALTH SERVICES – school nurse"),
        ("3D", "HEALTH SERVICES – other primary health services"),
        ("3E", "HEALTH SERVICES – A&E (accident and emergency department)"),
        ("3F", "HEALTH SERVICES – other (for example hospice)"),
        ("4", "HOUSING - local authority housing or housing association"),
        ("5A", "LA SERVICES – social care for example adults social care services"),
        ("5B", "LA SERVICES – other internal (department other than social care in local authorities, for example, youth offending (excluding housing))"),
        ("5C", "LA SERVICES – external, for example, from another local authority’s adults social care services"),
        ("5D", "LA SERVICES – early help"),
        ("6", "POLICE"),
        ("7", "OTHER LEGAL AGENCY – including courts, probation, immigration, CAFCASS (Children and Family Court Advisory and Support Service) or prison"),
        ("8", "OTHER – including children’s centres, independent agency providers or voluntary organisations"),
        ("9", "ANONYMOUS"),
        ("10", "UNKNOWN"));
}
