using System.Globalization;
using Google.Protobuf.Collections;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;

namespace InfoSharing.Cli.Presentation;

/// <summary>One event of a ledger on one line: cursor, time in London, what, whom it concerns by reference, which transfer. No name: the case is not open here.</summary>
internal static class EventLine
{
    internal static string Of(WatchReply happened)
    {
        var at = happened.At is null ? "" : London.ClockAt(happened.At.ToDateTimeOffset()).ToString("dd MMM HH:mm:ss", CultureInfo.InvariantCulture);
        var children = ChildrenOf(happened.Message);
        var what = TransferWords.OfEvent(happened.Event) + (children.Count > 0 ? $" ({string.Join(", ", children)})" : "") + NoticeWords.Brief(happened.Notice);
        var version = happened.Version > 0 ? $" version {happened.Version}" : "";
        return $"{happened.Cursor,7}  {at}  {happened.TransferId}{version}  {what}{With(happened.Message)}";
    }

    private static RepeatedField<string> ChildrenOf(Message? message) => message?.BodyCase switch
    {
        Message.BodyOneofCase.Accepted => message.Accepted.Children,
        Message.BodyOneofCase.Declined => message.Declined.Children,
        Message.BodyOneofCase.Asked => message.Asked.Children,
        Message.BodyOneofCase.DisagreementNote => message.DisagreementNote.Children,
        _ => [],
    };

    private static string With(Message? message) =>
        (message?.Sender ?? "", message?.Recipient ?? "") switch
        {
            ("", "") => "",
            ("", var to) => $", to {to}",
            (var from, "") => $", from {from}",
            var (from, to) => $", {from} to {to}",
        };
}
