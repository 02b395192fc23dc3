using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Police;

/// <summary>IS-P03. A marker is read by whoever knocks. It stays behind with the force that set it unless somebody carries it.</summary>
internal sealed class MarkersAreBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-P03", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "Are there warning markers on {person}: violence, weapons, firearms, self-harm? The next worker will knock without knowing. \"None\" and \"not known\" are answers.",
        Remedy = "Add the markers to what is known of this person, or say under \"not held\" that there are none, or that you do not know.",
        Source = "S9, L25; police minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.People.CausingHarm)
        {
            if (Minimum.IsAnswered(c.Transfer, What.Markers, person.Ref)) continue;
            if (Minimum.Missing(c.Transfer, person.Ref, "markers", static known => known.Markers.Count > 0) is { } field) found.Fire(field, ("person", person.Ref));
        }
    }
}
