using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Directories;
using InfoSharing.Local.Keys;

namespace InfoSharing.Local.Commands.Keys;

/// <summary><c>keys switch</c>: the next key takes the place of the one in use, which is kept as retired.</summary>
internal static class KeysSwitchCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The key in use; its next one lies beside it." };
        var directory = new Option<string?>("--directory") { Description = "The signed directory in force. For a signing key: it must have the next one, or nobody would believe what it signs." };
        var officers = DirectoryArguments.Officers();
        var command = new Command("switch", "Puts the next key into the place of the one in use, which stays beside it as retired.") { file, directory, officers };
        command.SetAction(async (parsed, _) =>
        {
            var pair = new KeyPair(parsed.GetValue(file)!);
            using var current = KeyPair.Read(pair.File);
            if (!File.Exists(pair.Next)) throw new CannotStartException($"There is no {pair.Next}: make it with 'keys next {pair.File}'.");
            using var next = KeyPair.Read(pair.Next);
            var signs = KeyWords.SignsOf(next);
            if (signs == true) CheckPublished(parsed.GetValue(directory), parsed.GetValue(officers)!, next, pair.Next);
            var retired = pair.RetiredOf(current);
            File.Move(pair.File, retired); // a crash between leaves the next one beside: it is done again by hand, and nothing is lost
            File.Move(pair.Next, pair.File);
            if (File.Exists(pair.Certificate)) File.Delete(pair.Certificate); // the retired one's stands in its own file
            if (File.Exists(KeyPair.CertificateOf(pair.Next))) File.Move(KeyPair.CertificateOf(pair.Next), pair.Certificate);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync($"{pair.File} is now the next key; the one before is {retired}. Start the service again.");
            if (signs == false) await output.WriteLineAsync($"Name {retired} in Keys:RetiredSealingFiles until 30 days after the directory has the new one: parcels sealed to it may be on their way.");
            return 0;
        });
        return command;
    }

    private static void CheckPublished(string? file, IReadOnlyList<string> officers, X509Certificate2 next, string nextFile)
    {
        if (file is null) throw new CannotStartException("A signing key is switched once the directory in force has the next one: give it with --directory, and its officers with --officer.");
        var directory = DirectorySource.InForce(file, officers, TimeProvider.System.GetUtcNow());
        if (!directory.Agencies.Any(agency => directory.SigningOf(agency.Id, TimeProvider.System.GetUtcNow()).Any(known => known.RawDataMemory.Span.SequenceEqual(next.RawDataMemory.Span))))
            throw new CannotStartException($"Directory {directory.Number} does not have {nextFile} as a key in use: nobody would believe what it signs. Give {KeyPair.CertificateOf(nextFile)} to the officers first.");
    }
}
