using System.CommandLine;
using System.Text;
using InfoSharing.Exchange.Keys.Making;
using InfoSharing.Local.Keys;

namespace InfoSharing.Local.Commands.Keys;

/// <summary><c>keys request</c>: a key for TLS, and the request for its certificate.</summary>
internal static class KeysRequestCommand
{
    internal static Command Create()
    {
        var name = new Option<string>("--name") { Description = "The agency's id.", Required = true };
        var hosts = new Option<string[]>("--host") { Description = "A name or address under which callers reach it; again for each. None for a caller alone.", DefaultValueFactory = _ => [] };
        var file = new Option<string>("--out") { Description = "The key's file, mode 0600. The request goes beside it, with the ending .csr.", Required = true };
        var command = new Command("request", "Makes a key for TLS, for a service or one of its callers, and the request that an authority answers with a certificate.") { name, hosts, file };
        command.SetAction(async (parsed, _) =>
        {
            var (key, request) = KeyMaking.Request(parsed.GetValue(name)!, parsed.GetValue(hosts)!);
            var (into, asked) = (parsed.GetValue(file)!, Path.ChangeExtension(parsed.GetValue(file)!, ".csr"));
            NewFile.WriteSecret(into, Encoding.ASCII.GetBytes(key));
            NewFile.Write(asked, Encoding.ASCII.GetBytes(request));
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{into} holds the key; send {asked} to the authority. Its certificate and this key are Endpoint:CertificateFile and Endpoint:KeyFile.");
            return 0;
        });
        return command;
    }
}
