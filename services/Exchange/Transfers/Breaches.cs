using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Directories;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Country = InfoSharing.V1.Party.Types.Country;

namespace InfoSharing.Exchange.Transfers;

/// <summary>The record of a breach: whom it is to be told, when it must be assessed, what went where. No word of the case.</summary>
internal sealed class Breaches(AgencyKeys us, DirectoryInForce directory)
{
    private const string Lead = "information governance lead";

    /// <summary>Makes it.</summary>
    /// <param name="sender">Who sent the transfer.</param>
    /// <param name="receiver">Where it should not have gone.</param>
    /// <param name="wrong">Who said so, and when they became aware.</param>
    /// <param name="country">The sender's.</param>
    /// <param name="messages">The transfer's messages, as this ledger has them.</param>
    internal BreachRecord Of(string sender, string receiver, WrongPlace wrong, Country country, IEnumerable<StoredMessage> messages)
    {
        var went = messages.Where(one => one.Partner == (us.Agency == sender ? receiver : sender) && one.Outgoing == (us.Agency == sender) && one.Kind != "misdirected").OrderBy(one => one.Sequence).ToList();
        return new()
        {
            TransferId = went.Count > 0 ? went[0].TransferId.ToString("D") : "",
            Sender = sender,
            Receiver = receiver,
            SaidBy = wrong.SaidBy,
            AwareAt = Timestamp.FromDateTimeOffset(wrong.At),
            AssessBy = Timestamp.FromDateTimeOffset(AssessBy(wrong.At, country)),
            Leads = { LeadOf(sender), LeadOf(receiver) },
            Messages = { went.Select(one => new BreachMessage { MessageId = one.Id.ToString("D"), At = Timestamp.FromDateTimeOffset(one.At), Bytes = (ulong)(one.Body.Open()?.Length ?? 0), Sha256 = ByteString.CopyFrom(one.Sha256) }) },
        };
    }

    /// <summary>Until when it must be assessed.</summary>
    internal DateTimeOffset AssessBy(DateTimeOffset awareAt, Country country) =>
        new ClockTable(directory.Current?.SettingsOf(us.Agency) ?? new()).For(ClockNames.Misdirected, null, crisis: false).From(awareAt, country);

    private BreachContact LeadOf(string agency)
    {
        var contacts = directory.Current?.Find(agency)?.Contacts;
        return new()
        {
            Agency = agency,
            Role = contacts?.EscalationRoles.FirstOrDefault(role => role.Contains("governance", StringComparison.OrdinalIgnoreCase) || role.Contains("caldicott", StringComparison.OrdinalIgnoreCase)) ?? Lead,
            Phone = contacts?.EmergencyPhone ?? "",
            Inbox = contacts?.DutyInbox ?? "",
        };
    }
}
