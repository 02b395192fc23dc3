using System.Security.Cryptography;
using InfoSharing.Cli.Input;
using InfoSharing.Cli.Network;
using InfoSharing.Client.Proofs;
using InfoSharing.V1;

namespace InfoSharing.Cli.Proving;

/// <summary>A certificate of a destroyed key as files, with which openssl alone says whether it holds.</summary>
internal static class CertificateFolder
{
    private const string Signed = "certificate-signed.bin";
    private const string Signature = "certificate-signature.der";
    private const string Agency = "agency-certificate.pem";
    private const string Script = "verify.sh";

    /// <summary>Writes it and gives the commands that verify it; where it does not hold, its files go out all the same.</summary>
    /// <exception cref="NotDoneException">The folder is there already, or cannot be written.</exception>
    internal static IReadOnlyList<string> Write(string folder, GetCustodyReply.Types.Proven proven, DestructionCheck check)
    {
        if (Directory.Exists(folder) || File.Exists(folder)) throw new NotDoneException($"{folder} is there already. Give a new folder with --out. Nothing was written.");
        string[] commands = [$"openssl x509 -in {Agency} -pubkey -noout > agency-key.pem", $"openssl dgst -sha256 -verify agency-key.pem -signature {Signature} {Signed}"];
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            PrivateFile.Write(Path.Combine(folder, Signed), proven.Signed.Span);
            PrivateFile.Write(Path.Combine(folder, Signature), proven.Certificate.Signature.Span);
            var certificate = check.Holds ? check.Certificate.Span : proven.Certificates.FirstOrDefault() is { } first ? first.Span : default;
            PrivateFile.Write(Path.Combine(folder, Agency), PemEncoding.WriteString("CERTIFICATE", certificate) + "\n");
            PrivateFile.Write(Path.Combine(folder, Script), "#!/bin/sh\n# Says \"Verified OK\", or fails. openssl is all it needs.\nset -e\ncd \"$(dirname \"$0\")\"\n" + string.Join('\n', commands) + "\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new NotDoneException($"{folder} cannot be written: look whether its place is there, is yours and has room, or give another with --out.", fault);
        }
        return commands;
    }
}
