using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>Whom a clock that ran out tells, and how they are reached.</summary>
internal static class NoticeWords
{
    /// <summary>On an event's line: "(arrival, P2; tell sandwell-social-care duty manager on 0121 496 0001)".</summary>
    internal static string Brief(Notice? notice)
    {
        if (notice is null) return "";
        var about = string.Join(", ", new[] { notice.Clock.Replace('_', ' '), notice.Item, notice.Child }.Where(part => part.Length > 0));
        return $" ({about}{string.Concat(notice.Told.Select(told => $"; tell {told.Agency} {TransferWords.OfCode(told.Role)}{On(told)}"))})";
    }

    /// <summary>A sentence: "Tell the duty manager of Sandwell children's social care, out of hours on 0121 496 0001."</summary>
    internal static string Tell(Notice.Types.Told told, AgencyNames agencies) => $"Tell the {TransferWords.OfCode(told.Role)} of {agencies.Of(told.Agency)}{(told.OutOfHours ? ", out of hours" : "")}{On(told)}.";

    private static string On(Notice.Types.Told told) => told.Contact.Length == 0 ? "" : told.Contact.Contains('@', StringComparison.Ordinal) ? $" at {told.Contact}" : $" on {told.Contact}";
}
