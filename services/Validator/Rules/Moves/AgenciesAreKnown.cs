using InfoSharing.Validator.Codes;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;
using Country = InfoSharing.V1.Party.Types.Country;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-910. A case sent to nobody is lost; an alert goes all the same, to an unknown area too, and inside one area.</summary>
internal sealed class AgenciesAreKnown : Rule
{
    public override RuleCard Card { get; } = new("IS-910", RuleGroup.Moves, Severity.Warn)
    {
        Message = "From and to must be agencies in the directory. Equal areas are normal (police to social care in one area).",
        Remedy = "Choose from the list; unknown is allowed on an alert.",
        Source = "L15, L25; domain.md 2.7; practice 2",
        Applies = TransferKinds.All,
    };

    internal override void Judge(Case c, Findings found)
    {
        var (from, lead) = (c.Transfer.From, c.Transfer.Lead);
        var leadIsBlank = lead is null || lead.Agency.IsBlank();
        if (c.Transfer.Kind == Kind.Notification && leadIsBlank && lead is not { AreaUnknown: true }) found.Fire("lead");
        if (c.Context.Agencies is { } agencies)
        {
            if (!agencies.Has(from?.Agency ?? "")) found.Fire("from.agency");
            if (!(c.IsAlert && leadIsBlank) && !agencies.Has(lead?.Agency ?? "")) found.Fire("lead.agency");
        }
        else found.CannotTell();
        if (c.Kinds is not (TransferKinds.FullTransfer or TransferKinds.CpTransferIn)) return;
        if (from?.AgencyKind != AgencyKind.SocialCare || lead?.AgencyKind != AgencyKind.SocialCare) return;
        Authority(from, "from", found);
        Authority(lead, "lead", found);
    }

    // Between children's social care the area must be an authority that has children's services; other nations have their own lists.
    private static void Authority(Party party, string field, Findings found)
    {
        if (party.Country == Country.Unspecified) found.Fire(field + ".country");
        else if (party.Country == Country.Eng && ChildrensServicesAuthorities.FindByGss(party.AreaGss) is null) found.Fire(field + ".area_gss");
    }
}
