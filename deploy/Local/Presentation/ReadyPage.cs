using InfoSharing.Exchange.Development;

namespace InfoSharing.Local.Presentation;

/// <summary>What is printed once the network runs: who is where, and what to try next.</summary>
internal static class ReadyPage
{
    internal static async Task WriteAsync(TextWriter output, Func<string, IReadOnlyList<string>> addressesOf, string folder, string data)
    {
        var agencies = DevelopmentNetwork.Agencies;
        var (ids, names) = (agencies.Max(agency => agency.Id.Length), agencies.Max(agency => agency.Name.Length));
        await output.WriteLineAsync("InfoSharing is ready");
        await output.WriteLineAsync();
        await output.WriteLineAsync($"  {"Agency".PadRight(ids)}  {"Name".PadRight(names)}  Area       Address");
        foreach (var agency in agencies)
            await output.WriteLineAsync($"  {agency.Id.PadRight(ids)}  {agency.Name.PadRight(names)}  {agency.AreaGss}  {string.Join("  ", addressesOf(agency.Id))}");
        await output.WriteLineAsync();
        var there = data == DevelopmentNetwork.DefaultFolder ? "" : $" --data {(data.Contains(' ') ? $"'{data}'" : data)}";
        await output.WriteLineAsync($"Its keys, directory, tokens and ledgers are in {folder}. They are made up, and for this machine alone.");
        await output.WriteLineAsync("Next, from another terminal:");
        await output.WriteLineAsync($"  ./infosharing send --as leeds-social-care tests/Samples/complete.json{there}");
        await output.WriteLineAsync($"  ./infosharing list --as sandwell-social-care{there}");
        await output.WriteLineAsync($"  ./infosharing watch --as sandwell-social-care{there}");
        await output.WriteLineAsync("Ctrl-C stops it; the next start finds everything again.");
        await output.FlushAsync();
    }
}
