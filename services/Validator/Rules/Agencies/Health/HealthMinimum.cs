using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Agencies.Health;

/// <summary>What health brings: registrations, attendances, maternity, who lives there.</summary>
internal static class HealthMinimum
{
    internal static IReadOnlyList<Rule> All { get; } = [new RegistrationsAreBrought(), new AttendancesAreBrought(), new MaternityIsAnswered(), new WhoLivesThereIsAnswered()];
}
