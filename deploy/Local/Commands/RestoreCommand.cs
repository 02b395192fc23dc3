using System.CommandLine;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace InfoSharing.Local.Commands;

/// <summary><c>restore</c>: brings the ledger of one of the network's agencies back from a copy, while it is stopped.</summary>
internal static class RestoreCommand
{
    internal static Command Create()
    {
        var agency = new Option<string>("--as") { Description = "The agency, by its id.", HelpName = "AGENCY", Required = true };
        var from = new Option<string>("--from") { Description = "The copy's folder, as backup named it.", HelpName = "DIR", Required = true };
        var replace = new Option<bool>("--replace") { Description = "Set a ledger that is there aside, and let the copy take its place." };
        var erased = new Option<string?>("--erased") { Description = "A file with the ids of cases that were erased since the copy was made, one a line.", HelpName = "FILE" };
        var signedBy = new Option<string?>("--signed-by") { Description = "The certificate that signed the copy, as PEM, where the agency's signing key was replaced since.", HelpName = "FILE" };
        var set = new Option<string[]>("--set") { Description = "A setting of the agency's service, as Section:Name=value; may be given again.", HelpName = "SETTING", DefaultValueFactory = _ => [] };
        var data = new Option<string>("--data") { Description = "The network's data folder.", HelpName = "DIR", DefaultValueFactory = _ => DevelopmentNetwork.DefaultFolder };
        var command = new Command("restore", "Brings an agency's ledger back from a copy, while the agency is stopped: verified before it takes its place. Ends with 0, or 1 where it was refused and nothing was changed.") { agency, from, replace, erased, signedBy, set, data };
        agency.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && DevelopmentNetwork.Agencies.All(one => one.Id != result.Tokens[0].Value)) result.AddError($"There is no agency \"{result.Tokens[0].Value}\" in the network. There are: {string.Join(", ", DevelopmentNetwork.Agencies.Select(one => one.Id))}.");
        });
        set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!token.Value.Contains('=', StringComparison.Ordinal)) result.AddError($"--set wants Section:Name=value, not {token.Value}.");
        });
        command.SetAction(async (parsed, stop) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var network = await DevelopmentNetwork.OpenAsync(parsed.GetValue(data)!, new HostingEnvironment { EnvironmentName = Environments.Development }, TimeProvider.System, null, stop);
            var settings = new ConfigurationBuilder().AddInMemoryCollection(network.SettingsOf(parsed.GetValue(agency)!))
                .AddInMemoryCollection(parsed.GetValue(set)!.Select(one => one.Split('=', 2)).Select(one => KeyValuePair.Create<string, string?>(one[0], one[1]))).Build();
            return await new AgencyRestore(settings, output, TimeProvider.System).RunAsync(parsed.GetValue(from)!, parsed.GetValue(replace), parsed.GetValue(erased), parsed.GetValue(signedBy), stop);
        });
        return command;
    }
}
