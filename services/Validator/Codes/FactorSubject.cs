namespace InfoSharing.Validator.Codes;

/// <summary>Whom a factor at assessment is about.</summary>
public enum FactorSubject
{
    /// <summary>The code does not say (20 other, 21 none).</summary>
    Unstated,

    /// <summary>The child assessed.</summary>
    Child,

    /// <summary>The child's parent or carer.</summary>
    ParentOrCarer,

    /// <summary>Another person in the family or household.</summary>
    OtherPerson,
}
