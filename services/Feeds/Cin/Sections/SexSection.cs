using InfoSharing.Feeds.Xml;
using InfoSharing.V1;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>Sex (M, F, U), or GenderCurrent as it was asked for before the census of 2025: 1 male, 2 female, 0 not known, 9 not specified.</summary>
/// <remarks>DfE rules 4180 and 8750.</remarks>
internal static class SexSection
{
    /// <summary>Reads whichever of the two is there, and each in the other's code too.</summary>
    public static Person.Types.Sex Read(Element identifiers, Draft draft, bool unborn)
    {
        var element = identifiers.First("Sex") ?? identifiers.First("GenderCurrent");
        if (element is not { Text.Length: > 0 })
        {
            draft.Report(element?.Line ?? identifiers.Line, element?.Name ?? "Sex", "is missing", "4180");
            return Person.Types.Sex.Unspecified;
        }

        var (sex, ofOldCode) = Decode(element.Text);
        if (sex == Person.Types.Sex.Unspecified) draft.Report(element.Line, element.Name, "is not a code of its list; it is left out", "4180");
        else if (ofOldCode != (element.Name == "GenderCurrent")) draft.Report(element.Line, element.Name, Elsewhere(ofOldCode), "4180");
        if (unborn && sex is Person.Types.Sex.F or Person.Types.Sex.M) draft.Report(element.Line, element.Name, "is given for an unborn child", "8750");
        return sex;
    }

    private static (Person.Types.Sex Sex, bool OfOldCode) Decode(string written) => written.ToUpperInvariant() switch
    {
        "F" => (Person.Types.Sex.F, false),
        "M" => (Person.Types.Sex.M, false),
        "U" => (Person.Types.Sex.U, false),
        "1" => (Person.Types.Sex.M, true),
        "2" => (Person.Types.Sex.F, true),
        "0" or "9" => (Person.Types.Sex.U, true),
        _ => (Person.Types.Sex.Unspecified, false),
    };

    private static string Elsewhere(bool ofOldCode) => ofOldCode
        ? "must be M, F or U; it is written in the code of GenderCurrent, and read in it"
        : "must be 0, 1, 2 or 9; it is written in the code of Sex, and read in it";
}
