using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Directories;
using InfoSharing.Local.Keys;
using InfoSharing.V1;

namespace InfoSharing.Local.Commands.Directories;

/// <summary><c>directory revoke</c>: ends a key or an agreement in a draft, from now.</summary>
internal static class DirectoryRevokeCommand
{
    internal static Command Create()
    {
        var draft = DirectoryArguments.Draft();
        var key = new Option<string?>("--key") { Description = "The key's fingerprint, or its first eight bytes.", HelpName = "FINGERPRINT" };
        var from = new Option<string?>("--from") { Description = "With --to: the agreements from this agency …" };
        var to = new Option<string?>("--to") { Description = "… to that one." };
        var command = new Command("revoke", "Ends a key or an agreement in a draft, from now. It counts once the draft is signed and in force.") { draft, key, from, to };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(key) is null) == (result.GetValue(from) is null || result.GetValue(to) is null)) result.AddError("Say what is revoked: --key FINGERPRINT, or --from AGENCY --to AGENCY.");
        });
        command.SetAction(async (parsed, _) =>
        {
            var file = parsed.GetValue(draft)!;
            var content = DirectorySource.Draft(file);
            var now = TimeProvider.System.GetUtcNow().ToTimestamp();
            var done = parsed.GetValue(key) is { } fingerprint ? Key(content, fingerprint, now) : Agreements(content, parsed.GetValue(from)!, parsed.GetValue(to)!, now);
            PrivateFiles.Write(file, DirectorySource.FormOf(content));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(done);
            return 0;
        });
        return command;
    }

    private static string Key(DirectoryContent content, string fingerprint, Timestamp now)
    {
        foreach (var agency in content.Agencies)
            foreach (var key in agency.Signing.Concat(agency.Sealing))
            {
                using var certificate = KeyPair.Of(key.Certificate.Span);
                if (certificate is null || !KeyWords.Matches(fingerprint, certificate)) continue;
                key.NotAfter = now;
                return $"{agency.Id}'s key {KeyWords.FingerprintOf(certificate)} ends now. Nothing that it signs from now on is believed; what it signed before still is. If it was lost or stolen, say so to every agency: what a thief signed and dated before now is believed, too.";
            }
        throw new CannotStartException("The draft has no key of that fingerprint. 'keys show' gives fingerprints; eight bytes of it are enough.");
    }

    private static string Agreements(DirectoryContent content, string from, string to, Timestamp now)
    {
        var found = content.Agreements.Where(one => one.From == from && one.To == to && one.RevokedAt is null).ToList();
        if (found.Count == 0) throw new CannotStartException($"The draft has no agreement from {from} to {to} that is not revoked.");
        foreach (var one in found) one.RevokedAt = now;
        return $"{(found.Count == 1 ? "The agreement" : $"{found.Count} agreements")} from {from} to {to} end now: no hand-over goes once this is in force. Alerts go on.";
    }
}
