using System.CommandLine;
using InfoSharing.Local.Directories;
using InfoSharing.Local.Keys;
using InfoSharing.V1;

namespace InfoSharing.Local.Commands.Directories;

/// <summary><c>directory show</c>: who is in it, with which keys and agreements.</summary>
internal static class DirectoryShowCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A draft (JSON) or a signed directory." };
        var officers = DirectoryArguments.Officers();
        var command = new Command("show", "Shows what a directory says. It is not judged: see 'directory check'.") { file, officers };
        command.SetAction(async (parsed, _) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var (content, signedBy, isDraft) = DirectorySource.Read(parsed.GetValue(file)!, parsed.GetValue(officers)!);
            await output.WriteLineAsync($"Directory {content.Number}{(isDraft ? ", a draft" : "")}{(content.Development ? ", of a development authority" : "")}, from {KeyWords.Day(content.NotBefore)} until {KeyWords.Day(content.ExpiresAt)}");
            foreach (var officer in signedBy) await output.WriteLineAsync($"Signed by {KeyWords.NameOf(officer)}");
            foreach (var agency in content.Agencies)
            {
                await output.WriteLineAsync($"{agency.Id}: {agency.Name}, {agency.AreaGss}");
                await output.WriteLineAsync($"  emergency {agency.Contacts?.EmergencyPhone}, out of hours {agency.Contacts?.OutOfHoursPhone}, {agency.Contacts?.DutyInbox}");
                foreach (var key in agency.Signing) await output.WriteLineAsync($"  signs        {Words(key)}");
                foreach (var key in agency.Sealing) await output.WriteLineAsync($"  is sealed to {Words(key)}");
                var to = content.Agreements.Where(one => one.From == agency.Id && one.RevokedAt is null).Select(one => one.To).Distinct().ToList();
                if (to.Count > 0) await output.WriteLineAsync($"  hands over to {string.Join(", ", to)}");
            }
            return 0;
        });
        return command;
    }

    private static string Words(DirectoryAgency.Types.Key key)
    {
        using var certificate = KeyPair.Of(key.Certificate.Span);
        return certificate is null ? "that cannot be read" : $"{KeyWords.FingerprintOf(certificate)[..23]}… {KeyWords.Day(key.NotBefore)} to {KeyWords.Day(key.NotAfter)}";
    }
}
