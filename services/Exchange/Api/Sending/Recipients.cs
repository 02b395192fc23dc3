using InfoSharing.Directories;
using InfoSharing.V1;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using Why = InfoSharing.V1.SendReply.Types.Held.Types.Why;

namespace InfoSharing.Exchange.Api.Sending;

/// <summary>Step 4: who receives, as the directory in force says.</summary>
internal sealed class Recipients(DirectoryInForce directory)
{
    /// <summary>
    /// The lead, then each agency with a copy, each once. An alert that names no lead goes to the hubs and the children's social care of
    /// every area that the directory holds: that is the missing-family list.
    /// </summary>
    internal IReadOnlyList<Party> Of(Transfer transfer)
    {
        List<Party> named = [.. transfer.Copies.Select(copy => copy.Party ?? new())];
        if (transfer.Lead is { Agency.Length: > 0 } lead) named.Insert(0, lead);
        else if (IsAlert(transfer)) named.AddRange(MissingFamilyList());
        return [.. named.Where(party => party.Agency.Length > 0 && party.Agency != transfer.From.Agency).DistinctBy(party => party.Agency)];
    }

    /// <summary>Why a hand-over cannot go to them: every reason; empty where it can.</summary>
    internal IReadOnlyList<string> InTheWay(Transfer transfer, IReadOnlyList<Party> recipients, DateTimeOffset now)
    {
        if (directory.Current is not { } current) return ["This agency has no directory in force. Ask the officers for it."];
        if (current.HasExpired(now)) return [$"The directory has expired: hand-overs stop until the officers sign the next one."];
        var reasons = recipients.Select(party => HeldFor(party.Agency, now)).OfType<SendReply.Types.Held>().Select(held => held.Why == Why.NoKey
            ? $"The directory has no key to seal with for {held.Agency}."
            : $"The directory does not hold {held.Agency}.").ToList();
        if (reasons.Count == 0 && transfer.Lead is { } lead && !current.AllowsHandOver(transfer.From.Agency, lead.Agency, transfer.Kind, now))
            reasons.Add($"No agreement in force lets {transfer.From.Agency} hand over to {lead.Agency}.");
        return reasons;
    }

    /// <summary>Those for whom an alert has to wait, each with the number to ring now.</summary>
    internal IEnumerable<SendReply.Types.Held> Held(IReadOnlyList<Party> recipients, DateTimeOffset now) =>
        recipients.Select(party => HeldFor(party.Agency, now)).OfType<SendReply.Types.Held>();

    /// <summary>True for the kinds that no rule refuses and no agreement gates.</summary>
    internal static bool IsAlert(Transfer transfer) => transfer.Kind is Kind.Notification or Kind.MissingFamilyAlert;

    private SendReply.Types.Held? HeldFor(string agency, DateTimeOffset now)
    {
        if (directory.Current?.Find(agency) is not { } entry) return new() { Agency = agency, Why = Why.NotInDirectory };
        return directory.Current.SealingOf(agency, now) is null ? new() { Agency = agency, Why = Why.NoKey, Phone = PhoneOf(entry) } : null;
    }

    private static string PhoneOf(DirectoryAgency agency) => agency.Contacts.EmergencyPhone;

    private IEnumerable<Party> MissingFamilyList() =>
        (directory.Current?.Agencies ?? []).Where(agency => agency.Kind is AgencyKind.Mash or AgencyKind.SocialCare)
        .Select(agency => new Party { Agency = agency.Id, AgencyKind = agency.Kind, AreaGss = agency.AreaGss, Country = agency.Country });
}
