using InfoSharing.Exchange.Ledger;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange;

/// <summary>A process's ledger is its agency's.</summary>
internal sealed class LedgerOfAgency(IOptions<AgencyOptions> agency) : IPostConfigureOptions<LedgerOptions>
{
    public void PostConfigure(string? name, LedgerOptions options) => options.Agency = agency.Value.Id;
}
