using InfoSharing.Exchange.Ledger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange;

/// <summary>A process's ledger is its agency's.</summary>
internal sealed class LedgerOfAgency(IConfiguration settings) : IPostConfigureOptions<LedgerOptions>
{
    // Read as it stands: AgencyOptions says itself what is wrong with it, and must not hide what is wrong here.
    public void PostConfigure(string? name, LedgerOptions options) => options.Agency = settings[$"{AgencyOptions.Section}:{nameof(AgencyOptions.Id)}"] ?? "";
}
