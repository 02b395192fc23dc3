using System.Collections.Frozen;
using System.Collections.Immutable;

namespace InfoSharing.Validator.Codes;

/// <summary>The factors that an assessment can identify. Source: CIN census 2026, N00181.</summary>
/// <remarks>
/// There is no factor for forced marriage: its absence here shows nothing. A letter says whom the factor is about only in 1 to 6;
/// 8B to 8F are kinds of private fostering, and 18B to 19C say who harmed the child.
/// </remarks>
public static class AssessmentFactors
{
    /// <summary>21, "no factors identified": never together with another factor (rule 8869).</summary>
    public const string None = "21";

    /// <summary>Every factor, in the published order.</summary>
    public static ImmutableArray<AssessmentFactor> All { get; } =
    [
        new("1A", "Alcohol misuse: concerns about alcohol misuse by the child", FactorSubject.Child),
        new("1B", "Alcohol misuse: concerns about alcohol misuse by the parent(s)/carer(s)", FactorSubject.ParentOrCarer),
        new("1C", "Alcohol misuse: concerns about alcohol misuse by another person living in the household", FactorSubject.OtherPerson),
        new("2A", "Drug misuse: concerns about drug misuse by the child", FactorSubject.Child),
        new("2B", "Drug misuse: concerns about drug misuse by the parent(s)/carer(s)", FactorSubject.ParentOrCarer),
        new("2C", "Drug misuse: concerns about drug misuse by another person living in the household", FactorSubject.OtherPerson),
        new("3A", "Domestic violence: concerns about the child being the subject of domestic violence", FactorSubject.Child),
        new("3B", "Domestic violence: concerns about the child’s parent(s)/carer(s) being the subject of domestic violence", FactorSubject.ParentOrCarer),
        new("3C", "Domestic violence: concerns about another person living in the household being the subject of domestic violence", FactorSubject.OtherPerson),
        new("4A", "Mental health: concerns about the mental health of the child", FactorSubject.Child),
        new("4B", "Mental health: concerns about the mental health of the parent(s)/carer(s)", FactorSubject.ParentOrCarer),
        new("4C", "Mental health: concerns about the mental health of another person in the family/household", FactorSubject.OtherPerson),
        new("5A", "Learning disability: concerns about the child’s learning disability", FactorSubject.Child),
        new("5B", "Learning disability: concerns about the parent(s)/carer(s) learning disability", FactorSubject.ParentOrCarer),
        new("5C", "Learning disability: concerns about another person in the family/household’s learning disability", FactorSubject.OtherPerson),
        new("6A", "Physical disability or illness: concerns about a physical disability or illness of the child", FactorSubject.Child),
        new("6B", "Physical disability or illness: concerns about a physical disability or illness of the parent(s)/carer(s)", FactorSubject.ParentOrCarer),
        new("6C", "Physical disability or illness: concerns about a physical disability or illness of another person in the family/household", FactorSubject.OtherPerson),
        new("7A", "Young carer: concerns that services may be required or the child’s health or development may be impaired due to their caring responsibilities", FactorSubject.Child),
        new("8B", "Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child - overseas children who intend to return", FactorSubject.Child),
        new("8C", "Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child - overseas children who intend to stay", FactorSubject.Child),
        new("8D", "Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child - UK children in educational placements", FactorSubject.Child),
        new("8E", "Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child - UK children making alternative family arrangements", FactorSubject.Child),
        new("8F", "Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child - other", FactorSubject.Child),
        new("9A", "UASC: concerns that services may be required or the child may be at risk of harm as an unaccompanied asylum-seeking child", FactorSubject.Child),
        new("10A", "Missing: concerns that services may be required or the child may be at risk of harm due to going/being missing", FactorSubject.Child),
        new("11A", "Child sexual exploitation: concerns that services may be required or the child may be at risk of harm due to child sexual exploitation", FactorSubject.Child),
        new("12A", "Trafficking: concerns that services may be required or the child may be at risk of harm due to trafficking", FactorSubject.Child),
        new("13A", "Gangs: concerns that services may be required or the child may be at risk of harm because of involvement in/with gangs", FactorSubject.Child),
        new("14A", "Socially unacceptable behaviour: concerns that services may be required or the child may be at risk due to their socially unacceptable behaviour", FactorSubject.Child),
        new("15A", "Self-harm: concerns that services may be required or due to suspected/actual self-harming child may be at risk of harm", FactorSubject.Child),
        new("16A", "Abuse or neglect – ‘NEGLECT’: concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect", FactorSubject.Child),
        new("17A", "Abuse or neglect – ‘EMOTIONAL ABUSE’: concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect", FactorSubject.Child),
        new("18A", "Abuse or neglect – ‘PHYSICAL ABUSE’: concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect.", FactorSubject.Child),
        new("18B", "Abuse or neglect – ‘PHYSICAL ABUSE’ (child on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by another child", FactorSubject.Child),
        new("18C", "Abuse or neglect – ‘PHYSICAL ABUSE’ (adult on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by an adult", FactorSubject.Child),
        new("19A", "Abuse or neglect – ‘SEXUAL ABUSE’: concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect.", FactorSubject.Child),
        new("19B", "Abuse or neglect – ‘SEXUAL ABUSE’ (child on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by another child", FactorSubject.Child),
        new("19C", "Abuse or neglect – ‘SEXUAL ABUSE’ (adult on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by an adult", FactorSubject.Child),
        new("20", "Other", FactorSubject.Unstated),
        new("21", "No factors identified - only use this if there is no evidence of any of the factors above and no further action is being taken", FactorSubject.Unstated),
        new("22A", "Female genital mutilation (FGM) - concerns that services may be required or the child may be at risk due to female genital mutilation", FactorSubject.Child),
        new("23A", "Abuse linked to faith or belief - concerns that services may be required or the child may be at risk due to abuse linked to faith or belief", FactorSubject.Child),
        new("24A", "Child criminal exploitation: concerns that services may be required or the child may be at risk of harm due to child criminal exploitation", FactorSubject.Child),
    ];

    /// <summary>The list as codes and words.</summary>
    public static CodeList Codes { get; } = new("Factor identified at assessment", "CIN census 2026, N00181", All.Select(factor => (factor.Code, factor.Description)));

    private static readonly FrozenDictionary<string, AssessmentFactor> ByCode = All.ToFrozenDictionary(factor => factor.Code, StringComparer.Ordinal);

    /// <summary>The factor with this code, or null when there is none.</summary>
    public static AssessmentFactor? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>Whether "no factors identified" stands beside another factor, which rule 8869 does not allow.</summary>
    public static bool NoneStandsBesideAnother(IReadOnlyCollection<string> codes) =>
        codes.Contains(None, StringComparer.Ordinal) && codes.Any(code => code is not None);
}
