using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Facts;

/// <summary>What an agency of its kind brings, or says that it has not: "there is none" and "not known" both answer.</summary>
internal static class Minimum
{
    /// <summary>True where the sender says of this person that there is none, or that it does not know. An answer about nobody is about everybody.</summary>
    internal static bool IsAnswered(Transfer transfer, What what, string person)
    {
        foreach (var one in transfer.NotHeld)
            if (one.What == what && one.Answer != Answer.Unspecified && (one.About.Count == 0 || one.About.Contains(person))) return true;
        return false;
    }

    /// <summary>True where the sender says so of anybody at all: for what is asked of the household and not of one person.</summary>
    internal static bool IsAnswered(Transfer transfer, What what)
    {
        foreach (var one in transfer.NotHeld)
            if (one.What == what && one.Answer != Answer.Unspecified) return true;
        return false;
    }

    /// <summary>True where a condition of this kind is written down for this person, whether in full or with whom to ask.</summary>
    internal static bool HasCondition(Transfer transfer, Condition.Types.Kind kind, string person)
    {
        foreach (var one in transfer.Conditions)
            if (one.Kind == kind && one.Person == person) return true;
        return false;
    }

    /// <summary>
    /// Where something is to be added to what is known of a person causing harm; null where any entry about them has it. With no entry, or with several of which none
    /// comes first, it is the section.
    /// </summary>
    internal static string? Missing(Transfer transfer, string person, string member, Func<Perpetrator, bool> has)
    {
        string? place = null;
        for (var i = 0; i < transfer.Perpetrators.Count; i++)
        {
            var one = transfer.Perpetrators[i];
            if (one.Person != person) continue;
            if (has(one)) return null;
            place = place is null ? $"{Field.Of("perpetrators", one.Item, i)}.{member}" : "perpetrators";
        }

        return place ?? "perpetrators";
    }
}
