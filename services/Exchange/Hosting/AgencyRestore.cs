using System.Security.Cryptography.X509Certificates;
using InfoSharing.Exchange.Keys;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Copies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Hosting;

/// <summary>
/// Brings an agency's ledger back from a copy, by the agency's own settings and while its service is stopped. Whoever may read its storage key and its signing key may do it.
/// </summary>
/// <param name="settings">The agency's settings, as its service has them.</param>
/// <param name="output">Where it is told.</param>
/// <param name="clock">The clock.</param>
public sealed class AgencyRestore(IConfiguration settings, TextWriter output, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="from">The copy's folder.</param>
    /// <param name="replace">True where a ledger that is there is set aside.</param>
    /// <param name="erasedFile">A file with the ids of cases that were erased since the copy was made, one a line; null where there is none.</param>
    /// <param name="signedBy">The certificate that signed the copy, as PEM, where the agency's key was replaced since; null for the agency's own.</param>
    /// <param name="stop">Ends it; what is there stays.</param>
    /// <returns>0.</returns>
    /// <exception cref="CannotStartException">It was refused; nothing was changed.</exception>
    public async Task<int> RunAsync(string from, bool replace, string? erasedFile, string? signedBy, CancellationToken stop)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(clock).AddSingleton(settings);
        services.AddOptions<AgencyOptions>().Bind(settings.GetSection(AgencyOptions.Section)).ValidateDataAnnotations();
        services.AddOptions<LedgerOptions>().Bind(settings.GetSection(LedgerOptions.Section)).ValidateDataAnnotations();
        services.AddSingleton<IValidateOptions<LedgerOptions>, LedgerOptionsValidator>().AddSingleton<IPostConfigureOptions<LedgerOptions>, LedgerOfAgency>();
        services.AddAgencyKeys(settings.GetSection(KeysOptions.Section));
        await using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<LedgerOptions>>().Value;
        var us = provider.GetRequiredService<Parcels.Sealing.AgencyKeys>();
        try
        {
            var order = new RestoreOrder(from, signedBy is null ? [us.Signing] : [us.Signing, X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(signedBy, stop))])
            {
                Replace = replace, Erased = erasedFile is null ? [] : await ErasedIn(erasedFile, stop), By = Environment.UserName,
            };
            var outcome = await new LedgerRestoring(options, clock, NullLogger<AgencyLedger>.Instance).RunAsync(order, new Lines(output), stop);
            await TellAsync(us.Agency, outcome);
            return 0;
        }
        catch (CopyException refused)
        {
            throw new CannotStartException(refused.Message, refused);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new CannotStartException($"The copy in {from}, or a file that was named beside it, cannot be read, or the ledger's place cannot be written ({fault.GetType().Name}): nothing was brought back.", fault);
        }
    }

    private static async Task<IReadOnlyList<Guid>> ErasedIn(string file, CancellationToken stop)
    {
        var cases = new List<Guid>();
        foreach (var (index, line) in (await File.ReadAllLinesAsync(file, stop)).Index().Where(one => one.Item.Trim().Length > 0))
            cases.Add(Guid.TryParse(line.Trim(), out var id) ? id : throw new CannotStartException($"{file} has no case's id on line {index + 1}: one id a line. Nothing was brought back."));
        return cases;
    }

    private async Task TellAsync(string agency, RestoreOutcome outcome)
    {
        await output.WriteLineAsync($"The ledger of {agency} is back as it was at {outcome.Manifest.CopiedAt:u}, position {outcome.Manifest.Position:N0}; all {outcome.Links:N0} links hold.");
        if (outcome.ErasedAgain > 0) await output.WriteLineAsync($"{outcome.ErasedAgain:N0} cases that were erased since were erased again.");
        if (outcome.SetAside is { } aside) await output.WriteLineAsync($"The ledger that was there is kept, in {aside}. Delete it when nobody needs it: it holds cases and their wrapped keys.");
        await output.WriteLineAsync("Start the agency now. It asks every partner what it lacks; until one has answered, what was begun with it before takes no answers, and who holds a child is not certain.");
        await output.WriteLineAsync("What was never delivered to anybody after the copy was made is lost: whoever sent it sends it again, with the same request id.");
    }

    private sealed class Lines(TextWriter writer) : IProgress<string>
    {
        public void Report(string value) => writer.WriteLine(value);
    }
}
