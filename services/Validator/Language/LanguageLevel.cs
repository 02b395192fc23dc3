namespace InfoSharing.Validator.Language;

/// <summary>What is wrong with a wording.</summary>
public enum LanguageLevel
{
    /// <summary>W: it shifts responsibility from the person causing harm to the victim.</summary>
    ShiftsResponsibility = 0,

    /// <summary>A: it is dated, or it labels a person.</summary>
    DatedOrLabels = 1,
}
