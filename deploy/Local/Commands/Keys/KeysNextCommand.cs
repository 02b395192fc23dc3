using System.CommandLine;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Keys.Making;
using InfoSharing.Local.Keys;

namespace InfoSharing.Local.Commands.Keys;

/// <summary><c>keys next</c>: the key that is to come after one, beside it.</summary>
internal static class KeysNextCommand
{
    private const int Most = 3650;

    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "An agency's signing or sealing key that is in use." };
        var days = KeysCommand.Days(Most);
        var command = new Command("next", "Makes the key that is to follow a signing or sealing key, in a file beside it: signing.next.pem. The one in use stays.") { file, days };
        command.Validators.Add(result =>
        {
            if (result.GetValue(days) is < 0 or > Most) result.AddError($"--days takes 1 to {Most}.");
        });
        command.SetAction(async (parsed, _) =>
        {
            var pair = new KeyPair(parsed.GetValue(file)!);
            using var current = KeyPair.Read(pair.File);
            var signs = KeyWords.SignsOf(current) ?? throw new CannotStartException($"{pair.File} is neither a signing nor a sealing key.");
            var given = parsed.GetValue(days);
            KeyPair.Write(pair.Next, KeyMaking.SelfSigned(signs ? KeyUse.Signing : KeyUse.Sealing, KeyWords.NameOf(current), TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(given > 0 ? given : 365)));
            var output = parsed.InvocationConfiguration.Output;
            using var next = KeyPair.ReadCertificate(pair.Next);
            await output.WriteLineAsync($"{pair.Next} is made, until {KeyWords.Day(next.NotAfter)}. Fingerprint: {KeyWords.FingerprintOf(next)}");
            await output.WriteLineAsync(signs
                ? $"Next: give {KeyPair.CertificateOf(pair.Next)} to the officers. When a directory with it is in force everywhere, 'keys switch {pair.File} --directory FILE', and start the service again."
                : $"Next: 'keys switch {pair.File}', and start the service again. Only then give {KeyPair.CertificateOf(pair.Next)} to the officers: what is sealed to it can be opened from the first hour.");
            return 0;
        });
        return command;
    }
}
