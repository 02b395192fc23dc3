using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.Client.Proofs;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>What a proof proves, and how anybody verifies it without us.</summary>
internal sealed class ProofPage(Session session)
{
    internal void Write(Receipt receipt, ReceiptCheck check, MessageCheck? sent, string folder, IReadOnlyList<string> commands)
    {
        var screen = session.Screen;
        if (check.Holds)
        {
            screen.Heading("The proof holds.", Colour.Bold, "");
            screen.Words($"{session.Agencies.Of(receipt.Recipient)} signed, {Sentence.Moment(receipt.StoredAt)}, that it had stored the exact bytes of message {receipt.MessageId}.");
        }
        else
        {
            screen.Heading("The proof does NOT hold.", Colour.Red, "");
            screen.Words($"{check.Because} Keep the files, and tell your auditor.");
        }
        if (sent is { Holds: true }) screen.Words("Its sender's signature over the parcel in which it came holds too: the path from the message leads to the root that was signed.");
        if (sent is { Holds: false }) screen.Words($"That its sender sent it is NOT proven. {sent.Because} Keep the files, and tell your auditor.");
        screen.Blank();
        screen.Words($"In {folder}, for you alone to read, since the message holds the case:");
        screen.Words("message.bin  receipt-signed.bin  receipt-signature.der  recipient-certificate.pem  verify.sh", 4);
        screen.Words("Anybody verifies it without us (sh verify.sh does the same):");
        foreach (var command in commands) screen.Line($"    {command}");
    }
}
