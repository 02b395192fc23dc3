using System.Security.Cryptography;
using InfoSharing.Cli.Input;
using InfoSharing.Cli.Network;
using InfoSharing.Client.Proofs;
using InfoSharing.V1;

namespace InfoSharing.Cli.Proving;

/// <summary>
/// A proof as files that its owner alone may read: the message holds a family's case. With them openssl, which knows nothing of us,
/// says the same as we do.
/// </summary>
internal static class ProofFolder
{
    private const string Message = "message.bin";
    private const string Signed = "receipt-signed.bin";
    private const string Signature = "receipt-signature.der";
    private const string Certificate = "recipient-certificate.pem";
    private const string Script = "verify.sh";

    /// <summary>Writes it and gives the commands that verify it; where it does not hold, its files go out all the same, for whoever looks into it.</summary>
    /// <exception cref="NotDoneException">The folder is there already, or cannot be written.</exception>
    internal static IReadOnlyList<string> Write(string folder, ProofOfReceipt proof, ReceiptCheck check)
    {
        if (Directory.Exists(folder) || File.Exists(folder)) throw new NotDoneException($"{folder} is there already. Give a new folder with --out. Nothing was written.");
        var receipt = proof.Receipt ?? new Receipt();
        var commands = Commands(receipt);
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            PrivateFile.Write(Path.Combine(folder, Message), proof.Message.Span);
            PrivateFile.Write(Path.Combine(folder, Signed), proof.Signed.Span);
            PrivateFile.Write(Path.Combine(folder, Signature), receipt.Signature.Span);
            var certificate = check.Holds ? check.Certificate.Span : proof.Certificates.FirstOrDefault() is { } first ? first.Span : default;
            PrivateFile.Write(Path.Combine(folder, Certificate), PemEncoding.WriteString("CERTIFICATE", certificate) + "\n");
            PrivateFile.Write(Path.Combine(folder, Script), "#!/bin/sh\n# Says \"Verified OK\" and \"message.bin: OK\", or fails. openssl and sha256sum are all it needs.\nset -e\ncd \"$(dirname \"$0\")\"\n" + string.Join('\n', commands) + "\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new NotDoneException($"{folder} cannot be written: look whether its place is there, is yours and has room, or give another with --out.", fault);
        }
        return commands;
    }

    // The digest is that which the signed receipt names: whoever doubts it finds these 32 bytes in receipt-signed.bin.
    private static string[] Commands(Receipt receipt) =>
    [
        $"openssl x509 -in {Certificate} -pubkey -noout > recipient-key.pem",
        $"openssl dgst -sha256 -verify recipient-key.pem -signature {Signature} {Signed}",
        $"echo \"{Convert.ToHexStringLower(receipt.Sha256.Span)}  {Message}\" | sha256sum -c",
    ];
}
