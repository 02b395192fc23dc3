using System.CommandLine;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Directories;
using InfoSharing.Local.Keys;
using InfoSharing.V1;

namespace InfoSharing.Local.Commands.Directories;

/// <summary><c>directory enter</c>: puts an agency's certificate into a draft.</summary>
internal static class DirectoryEnterCommand
{
    internal static Command Create()
    {
        var draft = DirectoryArguments.Draft();
        var agency = new Option<string>("--agency") { Description = "The agency, which the draft has already.", Required = true };
        var certificates = new Option<string[]>("--certificate") { Description = "Its certificate; again for each. Its kind says whether it signs or is sealed to.", Required = true };
        var command = new Command("enter", "Enters an agency's keys into a draft. Those that it has stay: keys overlap while they rotate.") { draft, agency, certificates };
        command.SetAction(async (parsed, _) =>
        {
            var (file, id) = (parsed.GetValue(draft)!, parsed.GetValue(agency)!);
            var content = DirectorySource.Draft(file);
            var entry = content.Agencies.FirstOrDefault(one => one.Id == id) ?? throw new CannotStartException($"{file} has no agency {id}: write its entry first, with its four contacts.");
            var output = parsed.InvocationConfiguration.Output;
            foreach (var one in parsed.GetValue(certificates)!)
            {
                using var certificate = KeyPair.ReadCertificate(one);
                var signs = KeyWords.SignsOf(certificate) ?? throw new CannotStartException($"{one} is of the wrong kind: agencies sign with ECDSA P-256 and are sealed to with RSA-3072.");
                var keys = signs ? entry.Signing : entry.Sealing;
                if (keys.Any(key => key.Certificate.Span.SequenceEqual(certificate.RawDataMemory.Span))) throw new CannotStartException($"{id} has {one} already.");
                keys.Add(new DirectoryAgency.Types.Key
                {
                    Certificate = ByteString.CopyFrom(certificate.RawData),
                    NotBefore = new DateTimeOffset(certificate.NotBefore).ToTimestamp(),
                    NotAfter = new DateTimeOffset(certificate.NotAfter).ToTimestamp(),
                });
                await output.WriteLineAsync($"{id} {(signs ? "signs with" : "is sealed to with")} {KeyWords.FingerprintOf(certificate)} until {KeyWords.Day(certificate.NotAfter)}. Have {id} read the fingerprint out.");
            }
            PrivateFiles.Write(file, DirectorySource.FormOf(content));
            return 0;
        });
        return command;
    }
}
