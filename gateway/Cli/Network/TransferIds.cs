using InfoSharing.V1;

namespace InfoSharing.Cli.Network;

/// <summary>Finds the transfer that is meant by the beginning of its id, so that nobody types 36 characters at 17:55.</summary>
internal static class TransferIds
{
    private const int ShortestPrefix = 8;
    private const int MostShown = 6;

    /// <summary>The whole id.</summary>
    /// <exception cref="NotDoneException">It is no id, or means none or more than one of those that the agency has.</exception>
    internal static async Task<string> Find(Session session, string written, CancellationToken cancel)
    {
        var asked = written.Trim().ToLowerInvariant();
        if (Guid.TryParseExact(asked, "D", out _)) return asked;
        if (asked.Length < ShortestPrefix || !asked.All(c => char.IsAsciiHexDigit(c) || c == '-'))
            throw new NotDoneException($"This is no transfer's id. Give the id as list shows it, or at least its first {ShortestPrefix} characters.");
        var meant = await Beginning(session, asked, cancel);
        return meant.Count switch
        {
            1 => meant[0],
            0 => throw new NotDoneException($"{session.Agency.Id} has no transfer whose id begins so. \"list\" shows what it has; another agency's reads as one that does not exist."),
            _ => throw new NotDoneException($"More than one transfer's id begins so. Give more of it: {string.Join(", ", meant.Take(MostShown))}{(meant.Count > MostShown ? " …" : "")}."),
        };
    }

    private static async Task<List<string>> Beginning(Session session, string prefix, CancellationToken cancel)
    {
        var meant = new List<string>();
        var page = new ListReply();
        do
        {
            page = await session.Client.Cases.ListAsync(new ListRequest { PageSize = 200, PageToken = page.NextPageToken }, cancellationToken: cancel);
            meant.AddRange(page.Transfers.Select(one => one.TransferId).Where(id => id.StartsWith(prefix, StringComparison.Ordinal)));
        }
        while (page.NextPageToken.Length > 0);
        return meant;
    }
}
