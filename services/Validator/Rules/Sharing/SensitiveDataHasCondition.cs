using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Content = InfoSharing.V1.LawfulBasis.Types.Content;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;
using Identifier = InfoSharing.V1.Person.Types.Identifier.Types.Kind;
using Source = InfoSharing.V1.Claim.Types.SourceType;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-803. Which condition holds is the organisation's to say, once, in its settings; a practitioner asked for a paragraph picks the first.</summary>
internal sealed class SensitiveDataHasCondition : Rule
{
    public override RuleCard Card { get; } = new("IS-803", RuleGroup.Sharing, Severity.Warn)
    {
        Message = "This holds {class}: "
            + "health, racial or ethnic origin, religion or belief, political opinion, trade union membership, genetic or biometric data, sex life or sexual orientation (Art 9), or criminal-offence data (Art 10 / DPA 2018 Part 3). "
            + "It needs a condition as well as a basis.",
        Remedy = "Filled from the agency's setting; choose one if it is blank.",
        Source = "L25; DPA 2018 Sch 1 para 18 [K para number]; practice 10, 18",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        var basis = c.LawfulBasis;
        var before = found.Fired.Count;
        if (basis.Article9Condition.IsBlank() && HoldsSpecialCategory(c, basis)) found.Fire("lawful_basis.article9_condition", ("class", "SPECIAL_CATEGORY_DATA"));
        if (basis.Article10Ground.IsBlank() && basis.Basis != LawfulBasis.Types.Basis.DpaPart3 && HoldsOffences(c.Transfer, basis))
            found.Fire("lawful_basis.article10_ground", ("class", "CRIMINAL_OFFENCE_DATA"));
        if (basis.Confidentiality == default && c.Transfer.From?.AgencyKind == Party.Types.AgencyKind.Health)
            found.Fire("lawful_basis.confidentiality", ("class", "CONFIDENTIAL_HEALTH_RECORDS"));
        // Offline the file is all there is; the agency's setting may fill it.
        if (found.Fired.Count > before && c.Context.Agencies is null) found.CannotTell();
    }

    private static bool HoldsSpecialCategory(Case c, LawfulBasis basis) =>
        basis.Contains.Any(content => content is not (Content.Unspecified or Content.CriminalOffence))
        || c.Transfer.Persons.Any(person => !person.Ethnicity.IsBlank() || person.Disabilities.Count > 0)
        || c.Transfer.Chronology.Any(entry => entry.Kind == ChronologyEntry.Types.Kind.Health)
        || c.Transfer.Claims.Any(claim => claim.SourceType == Source.HealthRecord)
        || c.Withholding.HasClass(static one => one is DataClass.SexualReproductiveHealth or DataClass.BloodBorneVirus or DataClass.SexualOrientationNotOut);

    private static bool HoldsOffences(Transfer transfer, LawfulBasis basis) =>
        basis.Contains.Contains(Content.CriminalOffence)
        || transfer.Conditions.Count > 0
        || transfer.Claims.Any(claim => claim.SourceType == Source.PoliceRecord)
        || transfer.Persons.Any(person => person.Identifiers.Any(one => one.Kind is Identifier.Pnc or Identifier.Cro));
}
