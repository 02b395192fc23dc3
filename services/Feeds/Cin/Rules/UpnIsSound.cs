using InfoSharing.Feeds.Xml;
using InfoSharing.Validator.Identifiers;

namespace InfoSharing.Feeds.Cin.Rules;

/// <summary>A UPN that does not check is carried as it was written, and told of once, with everything that is wrong with it.</summary>
/// <remarks>
/// DfE rules 1510 (check letter), 1530 (authority), 1540 and 1550 (characters), 1560Q (former UPN). Where the letter fits, the authority is
/// not questioned: numbers are given to new authorities faster than lists are, and a letter that fits says that nothing was mistyped.
/// </remarks>
internal static class UpnIsSound
{
    // Rule 1530's numbers, and those of the authorities made up to 2023.
    private static readonly (int First, int Last)[] AuthorityNumbers =
    [
        (1, 5), (201, 213), (301, 320), (330, 336), (340, 344), (350, 359), (370, 373), (380, 384), (390, 394), (420, 420), (660, 681), (701, 708),
        (800, 803), (805, 808), (810, 813), (815, 816), (820, 823), (825, 826), (830, 831), (835, 841), (845, 846), (850, 852), (855, 857),
        (860, 861), (865, 896), (908, 909), (916, 916), (919, 919), (921, 921), (925, 926), (928, 929), (931, 931), (933, 933), (935, 943),
    ];

    /// <summary>Checks a UPN or a former UPN.</summary>
    public static void Check(Element element, Draft draft)
    {
        var upn = element.Text;
        if (Upn.Check(upn) is not { } fault) return;

        var former = element.Name == "FormerUPN";
        if (HasAuthority(upn)) draft.Report(element.Line, element.Name, fault.Words, RuleOf(fault.Kind, upn, former));
        else draft.Report(element.Line, element.Name, fault.Words + ", and characters 2 to 4 are no authority's number", RuleOf(fault.Kind, upn, former) + (former ? "" : ", 1530"));
    }

    private static string RuleOf(IdentifierFaultKind kind, string upn, bool former) => kind switch
    {
        _ when former => "1560Q",
        IdentifierFaultKind.Shape when upn.Length > 2 && upn[1..^1].Any(character => !char.IsAsciiDigit(character)) => "1540",
        IdentifierFaultKind.Shape or IdentifierFaultKind.UnusedLetter when char.IsAsciiLetter(upn[0]) => "1550",
        _ => "1510",
    };

    private static bool HasAuthority(string upn) =>
        upn.Length < 4 || !int.TryParse(upn.AsSpan(1, 3), out var number) || AuthorityNumbers.Any(range => number >= range.First && number <= range.Last);
}
