using System.Collections.Frozen;

namespace InfoSharing.Exchange.Identity;

/// <summary>Who may call what. A method that does not stand here is open to nobody.</summary>
internal static class MethodRoles
{
    // An operator sees no case content, so holds none of these; an auditor reads the trail and does not act.
    private static readonly string[] WithCases = [Roles.System, Roles.Practitioner, Roles.Manager, Roles.Mash];
    private static readonly string[] Auditing = [Roles.System, Roles.Auditor, Roles.Manager];

    // Who answers for the keeping of cases. A manager confirms a disposal and says what is kept; enquiries and holds are the lead's.
    private static readonly string[] Leading = [Roles.System, Roles.Governance];
    private static readonly string[] Keeping = [Roles.System, Roles.Manager, Roles.Governance];
    private static readonly string[] Operating = [Roles.Operator];

    private static readonly FrozenDictionary<string, string[]> Table = new Dictionary<string, string[]>
    {
        ["/infosharing.v1.CaseExchange/Check"] = WithCases,
        ["/infosharing.v1.CaseExchange/Send"] = WithCases,
        ["/infosharing.v1.CaseExchange/Get"] = WithCases,
        ["/infosharing.v1.CaseExchange/List"] = WithCases,
        ["/infosharing.v1.CaseExchange/Watch"] = WithCases,
        ["/infosharing.v1.CaseExchange/Respond"] = WithCases,
        ["/infosharing.v1.CaseExchange/Supply"] = WithCases,
        ["/infosharing.v1.CaseExchange/Withdraw"] = WithCases,
        ["/infosharing.v1.CaseExchange/Correct"] = WithCases,
        ["/infosharing.v1.CaseExchange/NoteDisagreement"] = WithCases,
        ["/infosharing.v1.CaseExchange/RecordCall"] = WithCases,
        ["/infosharing.v1.CaseExchange/ListOwed"] = WithCases,
        ["/infosharing.v1.CaseExchange/GetReport"] = WithCases,
        ["/infosharing.v1.CaseExchange/Flow"] = [.. WithCases, Roles.Governance],
        ["/infosharing.v1.CaseExchange/Misdirect"] = [.. WithCases, Roles.Governance],
        ["/infosharing.v1.CaseExchange/UploadDocument"] = WithCases,
        ["/infosharing.v1.CaseExchange/DownloadDocument"] = WithCases,
        ["/infosharing.v1.LedgerAudit/Verify"] = [.. Auditing, Roles.Operator],
        ["/infosharing.v1.CaseRetention/OpenEnquiry"] = Leading,
        ["/infosharing.v1.CaseRetention/ReadEnquiry"] = Leading,
        ["/infosharing.v1.CaseRetention/CloseEnquiry"] = Leading,
        ["/infosharing.v1.CaseRetention/GetCustody"] = [.. Keeping, Roles.Auditor],
        ["/infosharing.v1.CaseRetention/ListDue"] = Keeping,
        ["/infosharing.v1.CaseRetention/Dispose"] = Keeping,
        ["/infosharing.v1.CaseRetention/Keep"] = Keeping,
        ["/infosharing.v1.CaseRetention/Hold"] = Leading,
        ["/infosharing.v1.CaseRetention/EndHold"] = Leading,
        ["/infosharing.v1.CaseRetention/ListErased"] = [.. Keeping, Roles.Auditor, Roles.Operator],
        ["/infosharing.v1.CaseRetention/EraseAgain"] = Leading,
        ["/infosharing.v1.LedgerAudit/Prove"] = Auditing, // a proof holds the message
        ["/infosharing.v1.Operations/ListWaiting"] = Operating,
        ["/infosharing.v1.Operations/ListQuarantine"] = Operating,
        ["/infosharing.v1.Operations/Retake"] = Operating,
        ["/infosharing.v1.Operations/Redrive"] = Operating,
        ["/infosharing.v1.Operations/Agree"] = Operating,
        ["/infosharing.v1.Operations/Stop"] = Operating,
        ["/infosharing.v1.Operations/Reconcile"] = Operating,
        ["/infosharing.v1.Operations/Backup"] = Operating,
    }.ToFrozenDictionary();

    /// <summary>The roles that may call a method, by its full name; none where it does not stand here.</summary>
    internal static IReadOnlyList<string> Of(string method) => Table.GetValueOrDefault(method) ?? [];
}
