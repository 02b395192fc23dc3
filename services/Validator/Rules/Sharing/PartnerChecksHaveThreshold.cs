using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-819. Asking everybody about a family on a worry that meets no threshold was held to be unlawful. Help by agreement needs no checks.</summary>
internal sealed class PartnerChecksHaveThreshold : Rule
{
    public override RuleCard Card { get; } = new("IS-819", RuleGroup.Sharing, Severity.Refuse)
    {
        Message = "Say why partners are asked, about whom, and which questions. Without a threshold: no partner checks; offer early help by agreement.",
        Remedy = "Add the threshold, the reason, the people and the questions. Partners answer the questions put, not with the file.",
        Source = "S1, L14, L25; R (AB & CD) v Haringey [V case, K holding]; practice 18",
        Applies = TransferKinds.None,
        Acts = ActKinds.InformationRequest,
        Overridable = false,
    };

    internal override void Judge(Case c, Findings found)
    {
        // A transfer is no request.
    }

    internal override void JudgeAct(Case c, IMessage act, Findings found)
    {
        if (act is not InformationRequest request) return;
        if (request.ThresholdForChecks == default) found.Fire("threshold_for_checks");
        if (request.Reason.IsBlank()) found.Fire("reason");
        if (request.About.All(one => one.IsBlank())) found.Fire("about");
        if (request.Questions.All(one => one.IsBlank())) found.Fire("questions");
    }
}
