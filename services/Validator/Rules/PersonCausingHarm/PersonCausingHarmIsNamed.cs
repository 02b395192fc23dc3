using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>IS-701. A record in which harm simply happens asks the victim to stop it. "Not known, because" is an answer; nobody is not.</summary>
internal sealed class PersonCausingHarmIsNamed : Rule
{
    public override RuleCard Card { get; } = new("IS-701", RuleGroup.PersonCausingHarm, Severity.Refuse)
    {
        Message = "Who is causing the harm? Name them, or say why they are not known.",
        Remedy = "\"Not known, because …\" is an answer.",
        Source = "S9; JTAI 2017",
        Owed = TransferKinds.Alerts,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Abuse.Domestic && c.People.CausingHarm.Count == 0 && c.Transfer.PerpetratorUnknownReason.IsBlank()) found.Fire("perpetrator_unknown_reason");
    }
}
