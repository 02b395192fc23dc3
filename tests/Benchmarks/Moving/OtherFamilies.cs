using InfoSharing.V1;
using InfoSharing.Validator.Identifiers;
using Kind = InfoSharing.V1.Person.Types.Identifier.Types.Kind;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>
/// A transfer as if each were another family's: valid identifiers that no earlier one has. Were they the same, each send would open the newest cases of a family that moved ten
/// thousand times, which measures something that does not happen.
/// </summary>
internal static class OtherFamilies
{
    private static int _drawn = Environment.TickCount & 0x3FFFFFF;

    /// <summary>Gives the people of a transfer identifiers of their own.</summary>
    internal static Transfer Of(Transfer sample)
    {
        var transfer = sample.Clone();
        foreach (var identifier in transfer.Persons.SelectMany(person => person.Identifiers)) identifier.Value = Another(identifier.Kind, Interlocked.Increment(ref _drawn));
        return transfer;
    }

    private static string Another(Kind kind, int number) => kind switch
    {
        Kind.Nhs => Checked("0123456789", check => $"4{number:D8}{check}", written => NhsNumber.IsValid(written)) ?? Another(kind, Interlocked.Increment(ref _drawn)), // one of eleven has no check digit
        Kind.Upn => Checked("ABCDEFGHJKLMNPQRTUVWXYZ", check => $"{check}3832{number:D8}", written => Upn.IsValid(written))!,
        Kind.Pnc => Checked("ABCDEFGHJKLMNPQRTUVWXYZ", check => $"{2000 + number % 20}/{number / 20 % 10_000_000:D7}{check}", written => PncId.IsValid(written, 2026))!,
        _ => $"{number:D10}",
    };

    private static string? Checked(string alphabet, Func<char, string> with, Func<string, bool> isValid) => alphabet.Select(with).FirstOrDefault(isValid);
}
