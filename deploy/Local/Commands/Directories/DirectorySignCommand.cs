using System.CommandLine;
using System.Security.Cryptography;
using Google.Protobuf;
using InfoSharing.Directories;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Directories;
using InfoSharing.Local.Keys;

namespace InfoSharing.Local.Commands.Directories;

/// <summary><c>directory sign</c>: one officer's signature, on a machine that needs no network. The second officer signs the file that the first one signed.</summary>
internal static class DirectorySignCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The draft; or the file that another officer signed." };
        var officer = new Option<string>("--officer") { Description = "The officer's own key.", Required = true };
        var into = new Option<string>("--out") { Description = "The signed file.", Required = true };
        var command = new Command("sign", "Adds one officer's signature. Two of three must sign: the second one signs what the first one signed.") { file, officer, into };
        command.SetAction(async (parsed, _) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var from = parsed.GetValue(file)!;
            using var key = KeyPair.Read(parsed.GetValue(officer)!);
            if (KeyWords.SignsOf(key) != true) throw new CannotStartException($"{parsed.GetValue(officer)} is no officer's key: those are ECDSA P-256.");
            var (content, _, isDraft) = DirectorySource.Read(from, []);
            var faults = DirectoryCheck.Faults(content, null, TimeProvider.System.GetUtcNow());
            if (faults.Count > 0) throw new CannotStartException($"No service would take it: {string.Join(" ", faults)}");
            var bytes = NewFile.Read(from);
            if (!isDraft && SignedDirectory.Look(bytes, [key])!.Value.SignedBy.Count > 0) throw new CannotStartException($"{KeyWords.NameOf(key)} has signed it already: another officer must.");
            NewFile.Write(parsed.GetValue(into)!, isDraft ? SignedDirectory.Sign(content, key) : SignedDirectory.AlsoSign(bytes, key));
            await output.WriteLineAsync($"{parsed.GetValue(into)}: directory {content.Number}, signed by {KeyWords.NameOf(key)}{(isDraft ? "; another officer signs this file" : " too")}.");
            await output.WriteLineAsync($"SHA-256 of what was signed, to be compared with the other officer's: {Convert.ToHexStringLower(SHA256.HashData(content.ToByteArray()))}");
            return 0;
        });
        return command;
    }
}
