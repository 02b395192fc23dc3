using System.CommandLine;
using System.Security.Cryptography;
using InfoSharing.Exchange.Keys.Making;
using InfoSharing.Local.Keys;

namespace InfoSharing.Local.Commands.Keys;

/// <summary><c>keys make</c>: a key, with a certificate that it signs itself.</summary>
internal static class KeysMakeCommand
{
    private const int Most = 3650;

    internal static Command Create()
    {
        var use = new Argument<string>("USE") { Description = "officer, signing, sealing, authority or storage." };
        use.AcceptOnlyFromAmong("officer", "signing", "sealing", "authority", "storage");
        var name = new Option<string?>("--name") { Description = "Whose it is, for people: leeds-police, or an officer's name. A storage key has none." };
        var file = new Option<string>("--out") { Description = "The file: certificate and key as PEM, mode 0600. The certificate alone goes beside it, with the ending .crt.", Required = true };
        var days = KeysCommand.Days(Most);
        var command = new Command("make", "Makes a key in a new file. Keys for TLS are requested and issued: see 'keys request'.") { use, name, file, days };
        command.Validators.Add(result =>
        {
            if (result.GetValue(use) != "storage" && string.IsNullOrWhiteSpace(result.GetValue(name))) result.AddError("Say whose key it is: --name.");
            if (result.GetValue(days) is < 0 or > Most) result.AddError($"--days takes 1 to {Most}.");
        });
        command.SetAction(async (parsed, _) =>
        {
            var kind = Enum.Parse<KeyUse>(parsed.GetValue(use)!, ignoreCase: true);
            var into = parsed.GetValue(file)!;
            var output = parsed.InvocationConfiguration.Output;
            if (kind == KeyUse.Storage)
            {
                NewFile.WriteSecret(into, RandomNumberGenerator.GetBytes(32));
                await output.WriteLineAsync($"A storage key is in {into}. Keep a copy of it apart from the ledger and its backups: without it nobody opens them, and with both anybody does.");
                return 0;
            }
            var given = parsed.GetValue(days);
            KeyPair.Write(into, KeyMaking.SelfSigned(kind, parsed.GetValue(name)!, TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(given > 0 ? given : DaysOf(kind))));
            using var certificate = KeyPair.ReadCertificate(KeyPair.CertificateOf(into));
            await output.WriteLineAsync($"{into} holds the key, {KeyPair.CertificateOf(into)} its certificate, until {KeyWords.Day(certificate.NotAfter)}.");
            await output.WriteLineAsync($"Fingerprint (SHA-256), to be read out when it is handed over: {KeyWords.FingerprintOf(certificate)}");
            return 0;
        });
        return command;
    }

    private static int DaysOf(KeyUse use) => use switch
    {
        KeyUse.Authority => 3650,
        KeyUse.Officer => 1095,
        _ => 365,
    };
}
