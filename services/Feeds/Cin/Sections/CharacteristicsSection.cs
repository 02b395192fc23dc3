using InfoSharing.Feeds.Xml;
using InfoSharing.V1;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>ChildCharacteristics: ethnicity and disabilities. DfE rules 4220, 8540, 8790, 8794.</summary>
internal static class CharacteristicsSection
{
    /// <summary>Writes them into the child's entry.</summary>
    public static void Write(Element child, Person person, Draft draft)
    {
        var characteristics = child.First("ChildCharacteristics") ?? new Element("ChildCharacteristics", child.Line);
        person.Ethnicity = draft.Code(characteristics, "Ethnicity", Ethnicity.Codes, "4220", missing: "4220", isPersonal: true) ?? "";

        foreach (var element in characteristics.First("Disabilities")?.All("Disability") ?? [])
        {
            if (draft.Code(element, Disability.Codes, "8540", isPersonal: true) is not { } code) continue;
            if (person.Disabilities.Contains(code)) draft.Report(element.Line, element.Name, "is given twice with the same code", "8794");
            else person.Disabilities.Add(code);
        }

        if (person.Disabilities.Count > 1 && person.Disabilities.Contains(Disability.None))
        {
            draft.Report(characteristics.First("Disabilities")!.Line, "Disabilities", "says none, and names one", "8790");
        }

        if (person.Disabilities.Count == 0 && draft.Birth is not null && AnyWentFurther(child)) draft.Report(characteristics.Line, "Disability", "is missing; none is an answer (NONE)", "8540");
    }

    private static bool AnyWentFurther(Element child) => child.All("CINdetails").Any(details => CinCode.Flag(details.First("ReferralNFA")) is false);
}
