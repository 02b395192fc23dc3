namespace InfoSharing.Validator.Codes;

/// <summary>Why a child in need case was closed. Source: CIN census 2026, N00103.</summary>
public static class ClosureReason
{
    /// <summary>Transferred to another authority: the sending side's own record of a hand-over.</summary>
    public const string TransferredToAnotherAuthority = "RC5";

    /// <summary>The list, in the published order.</summary>
    public static CodeList Codes { get; } = new(
        "Reason for closure",
        "CIN census 2026, N00103",
        ("RC1", "Adopted"),
        ("RC2", "Died"),
        ("RC3", "Child arrangements order"),
        ("RC4", "Special guardianship order"),
        ("RC5", "Transferred to services of another local authority"),
        ("RC6", "Transferred to adult social care services"),
        ("RC7", "Services ceased for any other reason, including child no longer in need"),
        ("RC8", "Case closed after assessment, no further action"),
        ("RC9", "Case closed after assessment, referred to early help"));
}
