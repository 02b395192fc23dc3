namespace InfoSharing.Validator.Judging;

/// <summary>The groups of the catalogue. Operators, metrics and traces see these, never an id that reveals.</summary>
public enum RuleGroup
{
    /// <summary>1xx.</summary>
    Reasoning = 1,

    /// <summary>2xx.</summary>
    Relationships = 2,

    /// <summary>3xx.</summary>
    Pattern = 3,

    /// <summary>4xx.</summary>
    EachChild = 4,

    /// <summary>5xx.</summary>
    YoungPeople = 5,

    /// <summary>6xx, under a name that does not reveal.</summary>
    Safety = 6,

    /// <summary>7xx.</summary>
    PersonCausingHarm = 7,

    /// <summary>8xx.</summary>
    Sharing = 8,

    /// <summary>9xx.</summary>
    Moves = 9,

    /// <summary>What an agency of its kind must bring: IS-P, IS-S, IS-H, IS-B.</summary>
    AgencyMinimum = 10,
}
