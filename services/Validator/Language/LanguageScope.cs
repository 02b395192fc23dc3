namespace InfoSharing.Validator.Language;

/// <summary>In whose item a wording counts. The same words are plain fact about one person and blame about another.</summary>
public enum LanguageScope
{
    /// <summary>In any.</summary>
    Any = 0,

    /// <summary>U: a subject is under 18.</summary>
    Under18 = 1,

    /// <summary>U or E: a subject is under 18, or an OPEN concern of sexual or criminal exploitation is about one of them.</summary>
    Under18OrExploited = 2,

    /// <summary>VA: a victim and somebody else who causes harm are both named.</summary>
    VictimAndPersonCausingHarm = 3,

    /// <summary>U or VA.</summary>
    Under18OrVictim = 4,

    /// <summary>U and VA: the victim is under 18.</summary>
    Under18AndVictim = 5,

    /// <summary>The person who is called so is under 18.</summary>
    CalledSoUnder18 = 6,
}
