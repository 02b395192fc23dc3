namespace InfoSharing.Validator.Facts;

/// <summary>
/// The duty to share of Children Act 2004 s.16LA (Children's Wellbeing and Schools Act 2026 s.4) starts on a day to be appointed:
/// a setting says which, and until one does the duty is not in force.
/// </summary>
internal static class NewDuty
{
    /// <summary>True where a setting says that the duty is in force on this day.</summary>
    internal static bool IsInForce(Settings settings, DateOnly day) => Days.Parse(settings.S16LaInForceFrom) is { } from && from <= day;
}
