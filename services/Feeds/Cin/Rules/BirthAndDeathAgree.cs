namespace InfoSharing.Feeds.Cin.Rules;

/// <summary>A child has a birth date or an expected one, and does not die before it. No date is shown.</summary>
/// <remarks>DfE rules 8525, 8535Q, 8530Q, 8775Q.</remarks>
internal static class BirthAndDeathAgree
{
    private const int OldestInYears = 25;

    /// <summary>Compares the dates.</summary>
    public static void Check(Draft draft, int line, CinDay? born, CinDay? expected, CinDay? died)
    {
        if (born is null && expected is null) draft.Report(line, "PersonBirthDate", "is missing, and so is ExpectedPersonBirthDate", "8525");
        if (born is not null && expected is not null) draft.Report(expected.Line, expected.Element, "is given together with PersonBirthDate, which is the one read", "8525");
        if (died is not null && born is null) draft.Report(died.Line, died.Element, "is given for a child without a date of birth", "8535Q");
        draft.MustNotBeBefore(died, born, "is before the date of birth", "8535Q");

        if (draft.Header.ReferenceDate is not { } reference) return;
        if (born?.On?.AddYears(OldestInYears) < reference) draft.Report(born.Line, born.Element, $"makes the child more than {OldestInYears} years old at the reference date", "8775Q");
        if (born is null && expected?.On is { } due && (due < reference.AddDays(-30) || due > reference.AddMonths(9)))
        {
            draft.Report(expected.Line, expected.Element, "is not within nine months after the reference date", "8530Q");
        }
    }
}
