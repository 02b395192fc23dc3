using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.Client.Proofs;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>A breach and the keeping of a case: (1) whom to tell and by when; (2) what went where; (3) what was done; (4) certificates. No word of the case.</summary>
internal sealed class CustodyPage(Session session)
{
    private readonly Screen _screen = session.Screen;

    internal void Write(string id, GetCustodyReply reply, IReadOnlyList<DestructionCheck> checks)
    {
        _screen.Heading(id, Colour.Bold, reply.Erased ? "  its key is destroyed here" : "");
        if (reply.Breach is { } breach) Write(breach);
        foreach (var record in reply.Records) _screen.Words(LineOf(record), 2);
        if (reply.Records.Count > 0) _screen.Blank();
        foreach (var (proven, check) in reply.Certificates.Zip(checks)) Write(proven.Certificate, check);
        if (reply.Breach is null && reply.Records.Count == 0) _screen.Words("Nobody has said that it went astray, and nothing was done about its keeping.");
    }

    /// <summary>Says how anybody verifies the files.</summary>
    internal static void WriteFolder(Screen screen, string folder, IReadOnlyList<string> commands)
    {
        screen.Words($"In {folder}; anybody verifies it without us (sh verify.sh does the same):");
        foreach (var command in commands) screen.Line($"    {command}");
    }

    private void Write(BreachRecord breach)
    {
        var agencies = session.Agencies;
        _screen.Words($"{agencies.Of(breach.Sender)} sent it to {agencies.Of(breach.Receiver)}, where it should not have gone. {agencies.Of(breach.SaidBy)} said so; aware {Sentence.Moment(breach.AwareAt)}. Assessed by {Sentence.Moment(breach.AssessBy)["at ".Length..]}.");
        foreach (var lead in breach.Leads) _screen.Words($"Tell: {agencies.Of(lead.Agency)}, {lead.Role}{(lead.Phone.Length > 0 ? $", {lead.Phone}" : "")}{(lead.Inbox.Length > 0 ? $", {lead.Inbox}" : "")}", 2);
        foreach (var message in breach.Messages) _screen.Words($"message {message.MessageId}, {message.Bytes:N0} bytes, {Sentence.Moment(message.At)}", 2);
        _screen.Blank();
    }

    private void Write(DestructionCertificate certificate, DestructionCheck check)
    {
        if (check.Holds) _screen.Heading("The certificate holds.", Colour.Bold, $" {certificate.Id}");
        else _screen.Heading("The certificate does NOT hold.", Colour.Red, $" {check.Because}");
        _screen.Words($"{session.Agencies.Of(certificate.Agency)} destroyed the key {Sentence.Moment(certificate.DestroyedAt)}: {TransferWords.OfCode(DestructionCertificate.Descriptor.EnumTypes[0].FindValueByNumber((int)certificate.Basis)?.Name ?? "")}. "
            + $"{Sentence.Count(certificate.Messages.Count, "message", "messages")} can no longer be read there. The key was {Convert.ToHexStringLower(certificate.KeyFingerprint.Span)}.");
        _screen.Blank();
    }

    private static string LineOf(CustodyRecord record)
    {
        var what = record is { Certificate: not null, Act.Kind: Act.Types.Kind.Breach } ? "their certificate" : TransferWords.OfCode(Act.Descriptor.EnumTypes[0].FindValueByNumber((int)record.Act.Kind)?.Name ?? "");
        var who = record.By is { Name.Length: > 0 } by ? $" by {by.Name}, {by.Role}" : record.Act.Agency.Length > 0 ? $", from {record.Act.Agency}" : "";
        var until = record.Until is null ? "" : $", until {Sentence.Moment(record.Until)["at ".Length..]}";
        return $"{Sentence.Moment(record.Act.At)["at ".Length..]}: {what}{who}{until}{(record.Act.Reason is { Text_.Length: > 0 } why ? $". {why.Text_}" : "")}";
    }
}
