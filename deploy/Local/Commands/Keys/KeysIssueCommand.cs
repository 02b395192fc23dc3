using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Keys.Making;
using InfoSharing.Local.Keys;

namespace InfoSharing.Local.Commands.Keys;

/// <summary><c>keys issue</c>: an authority answers a request with a certificate.</summary>
internal static class KeysIssueCommand
{
    private const int Most = 825;

    internal static Command Create()
    {
        var request = new Argument<string>("REQUEST") { Description = "The request (.csr)." };
        var authority = new Option<string>("--authority") { Description = "The authority's key, as 'keys make authority' made it.", Required = true };
        var file = new Option<string>("--out") { Description = "The certificate's file.", Required = true };
        var days = KeysCommand.Days(Most);
        var command = new Command("issue", "Issues the certificate that was requested. See first that the request is whose it says: compare it by another way.") { request, authority, file, days };
        command.Validators.Add(result =>
        {
            if (result.GetValue(days) is < 0 or > Most) result.AddError($"--days takes 1 to {Most}.");
        });
        command.SetAction(async (parsed, _) =>
        {
            using var issuer = KeyPair.Read(parsed.GetValue(authority)!);
            var given = parsed.GetValue(days);
            try
            {
                var pem = KeyMaking.Issue(Encoding.ASCII.GetString(NewFile.Read(parsed.GetValue(request)!)), issuer, TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(given > 0 ? given : 365));
                NewFile.Write(parsed.GetValue(file)!, Encoding.ASCII.GetBytes(pem));
            }
            catch (Exception broken) when (broken is CryptographicException or ArgumentException)
            {
                throw new CannotStartException($"{parsed.GetValue(request)} is no request for a certificate, or was not signed by the key in it: have it made again with 'keys request'.", broken);
            }
            using var issued = KeyPair.ReadCertificate(parsed.GetValue(file)!);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{parsed.GetValue(file)} is the certificate of {KeyWords.NameOf(issued)}, until {KeyWords.Day(issued.NotAfter)}. Fingerprint: {KeyWords.FingerprintOf(issued)}");
            return 0;
        });
        return command;
    }
}
