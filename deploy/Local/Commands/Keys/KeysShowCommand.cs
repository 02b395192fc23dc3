using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using InfoSharing.Local.Directories;
using InfoSharing.Local.Keys;
using InfoSharing.V1;

namespace InfoSharing.Local.Commands.Keys;

/// <summary><c>keys show</c>: what keys are, until when, and what the directory says of them. It shows no secret.</summary>
internal static class KeysShowCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Keys or certificates.", Arity = ArgumentArity.OneOrMore };
        var directory = new Option<string?>("--directory") { Description = "The signed directory: it says for whom each key speaks there." };
        var command = new Command("show", "Shows what keys are for, their fingerprints, until when they hold, and what a directory says of them.") { files, directory };
        command.SetAction(async (parsed, _) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var known = parsed.GetValue(directory) is { } file ? DirectorySource.Signed(file, []).Content : null;
            var now = TimeProvider.System.GetUtcNow();
            foreach (var one in parsed.GetValue(files)!)
            {
                using var certificate = KeyPair.ReadCertificate(one);
                await output.WriteLineAsync($"{one}");
                await output.WriteLineAsync($"  {KeyWords.NameOf(certificate)}: {KeyWords.UseOf(certificate)}, {KeyWords.KindOf(certificate)}");
                await output.WriteLineAsync($"  {When(certificate, now)}");
                await output.WriteLineAsync($"  {KeyWords.FingerprintOf(certificate)}");
                if (known is not null) await output.WriteLineAsync($"  {InDirectory(known, certificate, now)}");
            }
            return 0;
        });
        return command;
    }

    private static string When(X509Certificate2 certificate, DateTimeOffset now)
    {
        var (from, until) = (new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter));
        if (now < from) return $"holds from {KeyWords.Day(from)}";
        return now < until ? $"holds until {KeyWords.Day(until)}, {(int)(until - now).TotalDays} days more" : $"ended on {KeyWords.Day(until)}";
    }

    private static string InDirectory(DirectoryContent directory, X509Certificate2 certificate, DateTimeOffset now)
    {
        foreach (var agency in directory.Agencies)
            foreach (var (key, use) in agency.Signing.Select(key => (key, "signs for")).Concat(agency.Sealing.Select(key => (key, "is sealed to for"))))
                if (key.Certificate.Span.SequenceEqual(certificate.RawDataMemory.Span))
                    return $"directory {directory.Number}: {use} {agency.Id} from {KeyWords.Day(key.NotBefore)} until {KeyWords.Day(key.NotAfter)}{(key.NotAfter?.ToDateTimeOffset() <= now ? ", which is over" : "")}";
        return $"directory {directory.Number} does not have it";
    }
}
